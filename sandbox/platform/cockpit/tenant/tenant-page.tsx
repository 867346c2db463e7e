import { Page } from '../layout/page.tsx';
import { LogTab } from '../log/log-tab.tsx';
import { useTexts } from '../messages/texts.ts';
import { PATHS, type Path } from '../routing/path.ts';
import { useSignedIn } from '../session/context.ts';
import { ApiTab } from '../tokens/api-tab.tsx';
import { GeneralTab } from './general-tab.tsx';
import { Tabs } from './tabs.tsx';

const tabAt = (path: Path) => {
  switch (path) {
    case PATHS.tokens:
    case PATHS.create:
      return <ApiTab creating={path === PATHS.create} />;
    case PATHS.log:
      return <LogTab />;
    default:
      return <GeneralTab />;
  }
};

/** Administration → Tenant, with its tabs. */
export const TenantPage = ({ path }: { readonly path: Path }) => {
  const { own } = useTexts();
  const { tenant } = useSignedIn();
  return (
    <Page
      title={own.menu.tenant}
      within={tenant.name}
      above={<p class="above">{own.menu.administration}</p>}
    >
      <Tabs path={path} />
      {tabAt(path)}
    </Page>
  );
};
