import { MessageScreen } from '../components/message-screen.tsx';
import type { Model } from '../model.ts';

/** Cancel is under way. */
export const CancellingScreen = ({ model }: { readonly model: Model }) => (
  <MessageScreen title={model.texts.cancelling}>
    <span class="progress" aria-hidden="true" />
  </MessageScreen>
);
