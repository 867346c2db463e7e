import { useTexts } from '../messages/texts.ts';
import { Link } from '../routing/link.tsx';
import { PATHS } from '../routing/path.ts';
import { useSignedIn } from '../session/context.ts';
import { Page } from './page.tsx';

/** For an address that is no page of the cockpit. */
export const NotFoundPage = () => {
  const { notFound } = useTexts().own;
  const { tenant } = useSignedIn();
  return (
    <Page title={notFound.title} within={tenant.name}>
      <Link to={PATHS.home}>{notFound.back}</Link>
    </Page>
  );
};
