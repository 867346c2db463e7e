import { useLayoutEffect } from 'preact/hooks';
import { languageFor } from '../../../shared/messages/language.ts';
import { type Services, ServicesContext } from './api/services.ts';
import { problemText } from './messages/problem.ts';
import { TEXTS, TextsContext } from './messages/texts.ts';
import { SignedInPages } from './layout/signed-in-pages.tsx';
import { Notice } from './parts/notice.tsx';
import { SessionContext } from './session/context.ts';
import { SignInAgain } from './session/sign-in-again.tsx';
import { SignInPage } from './session/sign-in-page.tsx';
import { useSession } from './session/use-session.ts';

/** The cockpit: in the tenant's language once someone is signed in, before in the browser's. */
export const App = ({ services }: { readonly services: Services }) => {
  const { state, refresh, signOut } = useSession(services);
  const tenant = state.status === 'signed_in' ? state.session.tenant : undefined;
  const language = languageFor(tenant ? [tenant.language] : navigator.languages);
  const texts = TEXTS[language];
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const screen = () => {
    switch (state.status) {
      case 'loading':
        return null;
      case 'failed':
        return (
          <main class="page">
            <Notice kind="problem">
              <p>{problemText(state.error, texts)}</p>
              <button type="button" class="button" onClick={() => void refresh()}>
                {texts.own.tryAgain}
              </button>
            </Notice>
          </main>
        );
      case 'signed_out':
        return <SignInPage onDone={refresh} />;
      case 'signed_in':
        return (
          <SessionContext value={state.session}>
            <SignedInPages
              // Another person or tenant sees nothing of what the one before had on the screen.
              key={`${state.session.user?.email} ${state.session.tenant.id}`}
              onSignOut={signOut}
            />
            {state.lost && <SignInAgain onDone={refresh} />}
          </SessionContext>
        );
    }
  };

  return (
    <ServicesContext value={services}>
      <TextsContext value={texts}>{screen()}</TextsContext>
    </ServicesContext>
  );
};
