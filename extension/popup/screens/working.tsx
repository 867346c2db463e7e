import { MessageScreen } from '../components/message-screen.tsx';
import type { Model } from '../model.ts';

/** Next is under way. */
export const WorkingScreen = ({ model }: { readonly model: Model }) => (
  <MessageScreen title={model.texts.working.title}>
    <span class="progress" aria-hidden="true" />
    {model.progress === null ? null : <p>{model.progress}</p>}
    <p>{model.texts.working.text}</p>
  </MessageScreen>
);
