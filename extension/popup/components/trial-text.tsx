import type { Trial } from '../../channel/reply.ts';
import type { Texts } from '../../messages/en.ts';
import { NoticeBox } from './notice-box.tsx';
import { Sentence } from './sentence.tsx';

const verdict = (status: number, texts: Texts) => {
  if (status >= 200 && status < 300) return ['done', texts.saved.works] as const;
  if (status === 403) return ['warning', texts.saved.lacksRead] as const;
  if (status === 401) return ['error', texts.saved.dead] as const;
  return ['warning', texts.saved.unclear] as const;
};

/** How trying the token went, and whom it was tried on. */
export const TrialText = ({ trial, texts }: { readonly trial: Trial; readonly texts: Texts }) => {
  const { status, origin, instead } = trial;
  const [kind, text] =
    status === null ? (['warning', texts.saved.noAnswer] as const) : verdict(status, texts);
  return (
    <NoticeBox kind={kind}>
      <p>
        <Sentence text={text} values={{ status, origin }} />
      </p>
      {instead ? (
        <p class="hint">
          <Sentence text={texts.saved.instead} values={{ origin }} />
        </p>
      ) : null}
    </NoticeBox>
  );
};
