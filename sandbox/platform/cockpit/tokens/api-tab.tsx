import { useEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../../../shared/messages/fill.ts';
import { NOTICES } from '../../../../shared/messages/notices/by-language.ts';
import { useTexts } from '../messages/texts.ts';
import { Notice } from '../parts/notice.tsx';
import { navigate, PATHS } from '../routing/path.ts';
import { useSignedIn } from '../session/context.ts';
import type { WizardEnd } from '../wizard/use-wizard.ts';
import { Wizard } from '../wizard/wizard.tsx';
import { TokenList } from './token-list.tsx';

/** The tenant's API tokens, or the wizard that makes one; and what became of the last one. */
export const ApiTab = ({ creating }: { readonly creating: boolean }) => {
  const { own, language } = useTexts();
  const { canManageTokens } = useSignedIn();
  const [news, setNews] = useState<string>();
  const wasCreating = useRef(false);
  useEffect(() => {
    wasCreating.current = creating;
  }, [creating]);

  const end = (ended: WizardEnd): void => {
    switch (ended.how) {
      case 'saved':
        setNews(fill(own.tokens.saved, { name: ended.name }));
        break;
      case 'discarded':
        setNews(NOTICES[language].discarded);
        break;
      case 'left':
        setNews(undefined);
    }
    navigate(PATHS.tokens);
  };

  if (!canManageTokens) return <p class="empty">{own.tokens.notAllowed}</p>;
  if (creating) return <Wizard onEnd={end} />;
  return (
    <>
      {news !== undefined && <Notice kind="success">{news}</Notice>}
      <TokenList
        focused={wasCreating.current}
        onRevoked={(name) => setNews(fill(own.tokens.revoked, { name }))}
      />
    </>
  );
};
