import { fill } from '../../../../shared/messages/fill.ts';
import type { LogLine } from '../api/schemas.ts';
import { useTexts } from '../messages/texts.ts';
import { callerName } from '../parts/caller-name.ts';

/** Who did it: a person, a key and the person it acted for, the platform itself, or nobody known. */
export const Who = ({ line }: { readonly line: LogLine }) => {
  const texts = useTexts();
  return (
    <>
      <span>{callerName(line.actor, texts)}</span>
      {line.onBehalfOf !== null && (
        <span class="sub">{fill(texts.own.tokens.onBehalfOf, { who: line.onBehalfOf })}</span>
      )}
    </>
  );
};
