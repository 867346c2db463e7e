import { useCallback, useRef, useState } from 'preact/hooks';
import { ok } from '../../../../shared/result.ts';
import type { TokenFilter } from '../api/cockpit-api.ts';
import { useServices } from '../api/services.ts';
import { useTexts } from '../messages/texts.ts';
import { PlusIcon } from '../parts/icons.tsx';
import { Loadable } from '../parts/loadable.tsx';
import { Pager } from '../parts/pager.tsx';
import { useFocus } from '../parts/use-focus.ts';
import { useLoad } from '../parts/use-load.ts';
import { useSettled } from '../parts/use-settled.ts';
import { Link } from '../routing/link.tsx';
import { API_REFERENCE, PATHS } from '../routing/path.ts';
import { EmptyList } from './empty-list.tsx';
import { Filters } from './filters.tsx';
import { TokenTable } from './token-table.tsx';

const TYPING_PAUSE_MS = 200;

interface TokenListProps {
  /** Whether the heading takes the focus, after something that had it is gone. */
  readonly focused: boolean;
  /** Called with the token's name, once the platform has revoked it. */
  readonly onRevoked: (name: string) => void;
}

/** The API tokens of the tenant, with the way to a new one. */
export const TokenList = ({ focused, onRevoked }: TokenListProps) => {
  const { own } = useTexts();
  const { cockpitApi, tenantApi } = useServices();
  const [filter, setFilter] = useState<TokenFilter>({ search: '', state: '', pageNumber: 1 });
  const settled = useSettled(filter, TYPING_PAUSE_MS);
  const load = useCallback(async () => {
    const [page, tenants] = await Promise.all([cockpitApi.tokens(settled), tenantApi.tenants('')]);
    if (!page.ok) return page;
    return tenants.ok ? ok({ page: page.value, tenants: tenants.value.items }) : tenants;
  }, [cockpitApi, tenantApi, settled]);
  const loaded = useLoad(load);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocus(heading, focused);
  const filtered = settled.search !== '' || settled.state !== '';

  return (
    <section aria-labelledby="tokens">
      <div class="section-head">
        <div>
          <h2 id="tokens" ref={heading} tabIndex={-1}>
            {own.tokens.title}
          </h2>
          <p class="muted">
            {own.tokens.lead} <a href={API_REFERENCE}>{own.menu.apiReference}</a>
          </p>
        </div>
        <Link
          to={PATHS.create}
          class="icon-button icon-button-main"
          label={own.tokens.create}
          title={own.tokens.create}
        >
          <PlusIcon />
        </Link>
      </div>
      <Filters filter={filter} onFilter={setFilter} />
      <Loadable loaded={loaded}>
        {({ page, tenants }) =>
          page.items.length === 0 ? (
            <EmptyList filtered={filtered} />
          ) : (
            <>
              <TokenTable
                tokens={page.items}
                tenants={tenants}
                onChanged={loaded.reload}
                onRevoked={(name) => {
                  onRevoked(name);
                  loaded.reload();
                }}
              />
              <Pager page={page} onPage={(pageNumber) => setFilter({ ...filter, pageNumber })} />
            </>
          )
        }
      </Loadable>
    </section>
  );
};
