import { useState } from 'preact/hooks';
import type { Result } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { problemText } from '../messages/problem.ts';
import { useTexts } from '../messages/texts.ts';
import { HomePage } from '../home/home-page.tsx';
import { Notice } from '../parts/notice.tsx';
import { PATHS, usePath } from '../routing/path.ts';
import { TenantPage } from '../tenant/tenant-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { TopBar } from './top-bar.tsx';

const pageAt = (path: string) => {
  switch (path) {
    case PATHS.home:
      return <HomePage />;
    case PATHS.tenant:
    case PATHS.tokens:
    case PATHS.create:
    case PATHS.log:
      return <TenantPage path={path} />;
    default:
      return <NotFoundPage />;
  }
};

interface SignedInPagesProps {
  readonly onSignOut: () => Promise<Result<void, ApiError>>;
}

/** Everything that a signed-in person sees. */
export const SignedInPages = ({ onSignOut }: SignedInPagesProps) => {
  const texts = useTexts();
  const path = usePath();
  const [problem, setProblem] = useState<string>();
  const signOut = async (): Promise<void> => {
    const done = await onSignOut();
    setProblem(done.ok ? undefined : problemText(done.error, texts));
  };
  return (
    <>
      <a class="skip" href="#content">
        {texts.own.skip}
      </a>
      <TopBar onSignOut={() => void signOut()} />
      {problem !== undefined && <Notice kind="problem">{problem}</Notice>}
      {pageAt(path)}
    </>
  );
};
