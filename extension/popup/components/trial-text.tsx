import type { Model } from '../model.ts';
import { NoticeBox } from './notice-box.tsx';

/** How trying the token went, and whom it was tried on. */
export const TrialText = ({ trial }: Model) => (
  <div role="status">
    {trial && trial !== 'running' ? (
      <NoticeBox kind={trial.kind}>
        <p>{trial.text}</p>
        {trial.hint ? <p class="hint">{trial.hint}</p> : null}
      </NoticeBox>
    ) : null}
  </div>
);
