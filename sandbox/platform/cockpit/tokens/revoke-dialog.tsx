import { useState } from 'preact/hooks';
import { fill } from '../../../../shared/messages/fill.ts';
import type { ListedToken } from '../api/schemas.ts';
import { useServices } from '../api/services.ts';
import { problemText } from '../messages/problem.ts';
import { useTexts } from '../messages/texts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';

interface RevokeDialogProps {
  readonly token: ListedToken;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

/** Asks before a token is revoked. */
export const RevokeDialog = ({ token, onClose, onRevoked }: RevokeDialogProps) => {
  const texts = useTexts();
  const { tenantApi } = useServices();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const revoke = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const done = await tenantApi.cancel(token.id);
    setBusy(false);
    if (done.ok) onRevoked();
    else setProblem(problemText(done.error, texts));
  };

  return (
    <Dialog title={fill(texts.own.tokens.revokeTitle, { name: token.name })} onDismiss={onClose}>
      <p>{texts.own.tokens.revokeWhat}</p>
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      <div class="actions">
        <button type="button" class="button" onClick={onClose}>
          {texts.core.buttons.cancel}
        </button>
        <button
          type="button"
          class="button button-danger-main"
          aria-disabled={busy}
          onClick={() => {
            if (!busy) void revoke();
          }}
        >
          {texts.own.tokens.revoke}
        </button>
      </div>
    </Dialog>
  );
};
