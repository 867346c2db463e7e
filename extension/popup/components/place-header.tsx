import { personOf } from '../flow-facts.ts';
import type { Actions, Model } from '../model.ts';
import { Logo } from './logo.tsx';
import { Share } from './share.tsx';

/** Where a token would be made, and for whom: the tenant's name, the page's origin, the person. */
export const PlaceHeader = ({ model, act }: { readonly model: Model; readonly act: Actions }) => {
  const { flow, origin, texts } = model;
  const tenant = 'place' in flow ? flow.place.session.tenant.name : undefined;
  const person = personOf(flow)?.email;
  return (
    <header>
      <Logo />
      <div class="where">
        <bdi class="tenant" title={tenant}>
          {tenant ?? 'Tenant Token'}
        </bdi>
        {origin ? (
          <span class="origin">
            <bdi>{origin}</bdi>
          </span>
        ) : null}
        {person ? (
          <span class="person" title={person}>
            <bdi>{person}</bdi>
          </span>
        ) : null}
      </div>
      <Share model={model} act={act} />
      <button
        type="button"
        class="icon"
        aria-label={texts.options}
        title={texts.options}
        onClick={act.openOptions}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d="M3 6h6M13 6h4M3 14h3M10 14h7" />
          <circle cx="11" cy="6" r="2" />
          <circle cx="8" cy="14" r="2" />
        </svg>
      </button>
    </header>
  );
};
