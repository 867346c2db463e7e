import { useState } from 'preact/hooks';
import { fill } from '../../../../shared/messages/fill.ts';
import type { ListedToken } from '../api/schemas.ts';
import { useServices } from '../api/services.ts';
import { problemText } from '../messages/problem.ts';
import { useTexts } from '../messages/texts.ts';

interface ManageSwitchProps {
  readonly token: ListedToken;
  readonly onChanged: () => void;
}

/** The mark that lets a token manage tokens itself; no call of the Tenant API can set it. */
export const ManageSwitch = ({ token, onChanged }: ManageSwitchProps) => {
  const texts = useTexts();
  const { cockpitApi } = useServices();
  const [wanted, setWanted] = useState<boolean>();
  const [problem, setProblem] = useState<string>();
  const busy = wanted !== undefined;

  const change = async (on: boolean): Promise<void> => {
    setWanted(on);
    setProblem(undefined);
    const done = await cockpitApi.mark(token.id, on);
    setWanted(undefined);
    if (!done.ok) setProblem(problemText(done.error, texts));
    onChanged();
  };

  return (
    <>
      <input
        type="checkbox"
        role="switch"
        class="switch"
        aria-label={fill(texts.own.tokens.manage, { name: token.name })}
        checked={wanted ?? token.canManageTokens}
        disabled={token.state !== 'active'}
        aria-disabled={busy}
        onClick={(event) => {
          if (busy) event.preventDefault();
        }}
        onChange={({ currentTarget }) => void change(currentTarget.checked)}
      />
      {problem !== undefined && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </>
  );
};
