import { fill } from '../../../../shared/messages/fill.ts';
import { Page } from '../layout/page.tsx';
import { useTexts } from '../messages/texts.ts';
import { useSignedIn } from '../session/context.ts';
import { Settings } from '../tenant/settings.tsx';
import { Summary } from './summary.tsx';

/** The tenant's page: where a person arrives, and where the product's popup is opened. */
export const HomePage = () => {
  const { own } = useTexts();
  const { tenant, user } = useSignedIn();
  return (
    <Page title={tenant.name} within={own.menu.home}>
      <p class="lead">{fill(own.home.welcome, { name: user?.name ?? '' })}</p>
      <section aria-labelledby="summary">
        <h2 id="summary">{own.home.summary}</h2>
        <Summary />
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">{own.home.settings}</h2>
        <div class="card">
          <Settings />
        </div>
      </section>
    </Page>
  );
};
