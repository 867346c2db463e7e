import { useLayoutEffect } from 'preact/hooks';
import { fill } from '../../../../shared/messages/fill.ts';
import { useTexts } from '../messages/texts.ts';
import { Monogram } from '../layout/monogram.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** What someone sees who is not signed in, whatever page they came for. */
export const SignInPage = ({ onDone }: { readonly onDone: () => Promise<void> }) => {
  const { signIn } = useTexts().own;
  useLayoutEffect(() => {
    document.title = `${signIn.title} · ${location.host}`;
  }, [signIn]);
  return (
    <main class="sign-in">
      <div class="card sign-in-card">
        <Monogram name={location.hostname} />
        <h1>{signIn.title}</h1>
        <p class="muted">{fill(signIn.where, { host: location.host })}</p>
        <SignInForm onDone={onDone} />
      </div>
    </main>
  );
};
