import type { Actions, Model } from '../model.ts';
import { NoticeBox } from './notice-box.tsx';
import { Sentence } from './sentence.tsx';

/** Where what stands in the form came from, or what to do with a token that another person asked for. */
export const LinkNote = ({
  model: { link, busy },
  act,
}: {
  readonly model: Model;
  readonly act: Actions;
}) =>
  link ? (
    <NoticeBox kind={link.kind}>
      <p>
        <Sentence text={link.text} values={link.values} />
      </p>
      {link.legend ? (
        <p id="linked" class="linked">
          {link.legend}
        </p>
      ) : null}
      {link.before ? (
        <p>
          {link.before.text}{' '}
          <button type="button" class="small" aria-disabled={busy} onClick={() => act.takeLink('')}>
            {link.before.label}
          </button>
        </p>
      ) : null}
    </NoticeBox>
  ) : null;
