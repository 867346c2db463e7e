import { useTexts } from '../messages/texts.ts';
import { Link } from '../routing/link.tsx';
import { PATHS, type Path } from '../routing/path.ts';

/** The parts of the tenant's page. They are pages with an address, so they are links. */
export const Tabs = ({ path }: { readonly path: Path }) => {
  const { tenant } = useTexts().own;
  return (
    <nav class="tabs" aria-label={tenant.tabs}>
      <Link to={PATHS.tenant} current={path === PATHS.tenant}>
        {tenant.general}
      </Link>
      <Link to={PATHS.tokens} current={path.startsWith(PATHS.tokens)}>
        {tenant.api}
      </Link>
      <Link to={PATHS.log} current={path === PATHS.log}>
        {tenant.log}
      </Link>
    </nav>
  );
};
