import { useCallback, useState } from 'preact/hooks';
import { useServices } from '../api/services.ts';
import { useTexts } from '../messages/texts.ts';
import { Loadable } from '../parts/loadable.tsx';
import { Pager } from '../parts/pager.tsx';
import { useLoad } from '../parts/use-load.ts';
import { LogTable } from './log-table.tsx';

/** Who did what to which token, the newest first. */
export const LogTab = () => {
  const { log } = useTexts().own;
  const { cockpitApi } = useServices();
  const [pageNumber, setPageNumber] = useState(1);
  const loaded = useLoad(useCallback(() => cockpitApi.log(pageNumber), [cockpitApi, pageNumber]));
  return (
    <section aria-labelledby="log">
      <div>
        <h2 id="log">{log.title}</h2>
        <p class="muted">{log.lead}</p>
      </div>
      <Loadable loaded={loaded}>
        {(page) =>
          page.items.length === 0 ? (
            <p class="empty">{log.none}</p>
          ) : (
            <>
              <LogTable lines={page.items} />
              <Pager page={page} onPage={setPageNumber} />
            </>
          )
        }
      </Loadable>
    </section>
  );
};
