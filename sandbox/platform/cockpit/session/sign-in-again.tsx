import { useTexts } from '../messages/texts.ts';
import { Dialog } from '../parts/dialog.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Stands before the pages when the session has ended in the middle of something. */
export const SignInAgain = ({ onDone }: { readonly onDone: () => Promise<void> }) => {
  const { signIn } = useTexts().own;
  return (
    <Dialog title={signIn.again}>
      <p>{signIn.againWhy}</p>
      <SignInForm onDone={onDone} />
    </Dialog>
  );
};
