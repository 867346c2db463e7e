import { fill } from '../../../../shared/messages/fill.ts';
import type { ListedToken } from '../api/schemas.ts';
import { useTexts } from '../messages/texts.ts';
import { callerName } from '../parts/caller-name.ts';
import { dateAndTime } from '../parts/times.ts';
import { useSignedIn } from '../session/context.ts';

/** When a token was made, by whom, and for whom if a key made it for a person. */
export const Creator = ({ token }: { readonly token: ListedToken }) => {
  const texts = useTexts();
  const { timeZone } = useSignedIn().tenant;
  const { createdAt, createdBy, onBehalfOf } = token;
  return (
    <>
      <span class="when">{dateAndTime(createdAt, timeZone, texts.language)}</span>
      <span class="sub">
        {callerName(createdBy, texts)}
        {onBehalfOf !== null && ` ${fill(texts.own.tokens.onBehalfOf, { who: onBehalfOf })}`}
      </span>
    </>
  );
};
