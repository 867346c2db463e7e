import type { Texts } from '../../messages/en.ts';
import type { Model } from '../model.ts';

/** Whether the clipboard took what was copied; before that, whatever else there is to say. */
export const CopyOutcome = ({
  id,
  copy,
  texts,
  before,
}: {
  readonly id: string;
  readonly copy: Model['copy'];
  readonly texts: Texts;
  readonly before?: string | undefined;
}) => {
  if (copy === 'not_yet') {
    return (
      <span id={id} class="hint">
        {before}
      </span>
    );
  }
  return copy === 'done' ? (
    <span id={id} class="hint done">
      {texts.token.copied}
    </span>
  ) : (
    <span id={id} class="hint bad">
      {texts.token.copyFailed}
    </span>
  );
};
