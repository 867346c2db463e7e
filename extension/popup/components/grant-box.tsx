import type { GrantRequest } from '../../channel/grant-request.ts';
import type { Actions } from '../model.ts';
import { NoticeBox } from './notice-box.tsx';

/** What a run waits for: that the extension may look at the page that has come, or will come. */
export const GrantBox = ({
  grant: { said, allow, stop },
  act,
}: {
  readonly grant: GrantRequest;
  readonly act: Actions;
}) => (
  <NoticeBox kind="info">
    <div class="grant">
      <p>{said}</p>
      {allow?.keep ? (
        <label>
          <input
            type="checkbox"
            onChange={({ currentTarget }) => act.keep(currentTarget.checked)}
          />
          {allow.keep}
        </label>
      ) : null}
      <p>
        <button type="button" onClick={act.stop}>
          {stop}
        </button>{' '}
        {allow ? (
          <button type="button" class="primary" onClick={() => act.allow(allow.pattern)}>
            {allow.label}
          </button>
        ) : null}
      </p>
    </div>
  </NoticeBox>
);
