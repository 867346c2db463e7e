import { useId, useRef, useState } from 'preact/hooks';
import { fill } from '../../../../shared/messages/fill.ts';
import type { SignInError } from '../api/cockpit-api.ts';
import { useServices } from '../api/services.ts';
import { problemText } from '../messages/problem.ts';
import { type Texts, useTexts } from '../messages/texts.ts';
import { Notice } from '../parts/notice.tsx';
import { useFocus } from '../parts/use-focus.ts';

const refusal = (error: SignInError, texts: Texts): string => {
  const { signIn } = texts.own;
  if (error.code === 'wrong_sign_in') return signIn.wrong;
  return error.code === 'rate_limited'
    ? fill(signIn.tooMany, { seconds: error.retryAfterSeconds })
    : problemText(error, texts);
};

/** E-mail address and password. @param onDone called when the server has opened a session */
export const SignInForm = ({ onDone }: { readonly onDone: () => Promise<void> }) => {
  const texts = useTexts();
  const { signIn } = texts.own;
  const { cockpitApi } = useServices();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [emailId, passwordId] = [useId(), useId()];
  useFocus(email);

  const submit = async (): Promise<void> => {
    const [address, word] = [email.current?.value.trim() ?? '', password.current?.value ?? ''];
    if (address === '' || word === '') {
      setProblem(signIn.incomplete);
      (address === '' ? email : password).current?.focus();
      return;
    }
    setBusy(true);
    const answer = await cockpitApi.signIn(address, word);
    if (answer.ok) await onDone();
    setBusy(false);
    if (answer.ok) return;
    setProblem(refusal(answer.error, texts));
    password.current?.select();
  };

  return (
    <form
      noValidate
      method="post"
      class="sign-in-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      <div class="field">
        <label for={emailId}>{signIn.email}</label>
        <input
          ref={email}
          id={emailId}
          type="email"
          autoComplete="username"
          required
          aria-invalid={problem !== undefined}
        />
      </div>
      <div class="field">
        <label for={passwordId}>{signIn.password}</label>
        <input
          ref={password}
          id={passwordId}
          type="password"
          autoComplete="current-password"
          required
          aria-invalid={problem !== undefined}
        />
      </div>
      <button type="submit" class="button button-main" aria-disabled={busy}>
        {signIn.submit}
      </button>
    </form>
  );
};
