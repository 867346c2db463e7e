import { indexByName } from '../../../shared/find-by-name.ts';
import type { Form } from '../../../shared/flow/state.ts';
import type { Tenant } from '../../../shared/tenant-api/port.ts';
import { described, isLinked } from '../field-errors.ts';
import { inSight } from '../in-sight.ts';
import type { ScreenProps } from '../model.ts';

type Choice = Pick<Tenant, 'id' | 'name'>;

/** So many are drawn at once; whoever looks for another types more of its name. */
const DRAWN = 60;

/**
 * One tenant among many: a combo box (the ARIA pattern of that name, its list narrowed by what is
 * typed). Nothing is chosen but by Enter, Tab or a click on what is marked in the list; whatever else
 * was typed gives way to the name of the tenant that is chosen.
 */
export const TenantSearch = ({
  model,
  act,
  state,
  choices,
  error,
}: ScreenProps<Form> & {
  readonly choices: readonly Choice[];
  readonly error: string | undefined;
}) => {
  const { texts, search, searching } = model;
  const { tenantId } = state.draft;
  const chosen = choices.find(({ id }) => id === tenantId);
  const typed = search?.typed;
  const found = search === null ? [] : indexByName(choices)(typed ?? '');
  const drawn = found.slice(0, DRAWN);
  const at = Math.min(search?.at ?? drawn.findIndex(({ id }) => id === tenantId), drawn.length - 1);
  const marked = drawn[Math.max(at, 0)];

  const open = (to: number): void => {
    const count = Math.max(drawn.length, 1);
    act.searchTenants({ typed, at: search === null ? undefined : (to + count) % count });
  };
  const close = (): void => act.searchTenants(null);
  const choose = (choice: Choice): void => {
    act.edit({ tenantId: choice.id });
    close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // They are the input method's.
    if (event.isComposing) return;
    const here = Math.max(at, 0);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: Math.min(here + 5, drawn.length - 1),
      PageUp: Math.max(here - 5, 0),
    };
    const to = steps[event.key];
    if (to !== undefined) open(to);
    else if (search === null) return;
    else if (event.key === 'Enter') {
      if (marked) choose(marked);
    } else if (event.key === 'Escape') close();
    else {
      if (event.key === 'Tab' && typed && marked) choose(marked);
      return;
    }
    event.preventDefault();
  };

  return (
    <div class="combo">
      <input
        id="tenant"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={search !== null}
        aria-controls={search === null ? undefined : 'tenants'}
        aria-activedescendant={search !== null && marked ? `tenant ${marked.id}` : undefined}
        value={typed ?? chosen?.name ?? ''}
        title={chosen?.name}
        {...described('tenant', error, isLinked(model, state, 'tenantId'))}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onClick={() => open(at)}
        onInput={({ currentTarget: { value } }) => act.searchTenants({ typed: value, at: 0 })}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {search === null ? null : (
        <div class="drop">
          <ul id="tenants" role="listbox" aria-label={texts.fields.tenantId}>
            {drawn.map((choice) => (
              <li
                key={choice.id}
                id={`tenant ${choice.id}`}
                role="option"
                aria-selected={choice === marked}
                class={choice.id === tenantId ? 'chosen' : undefined}
                ref={choice === marked ? inSight : null}
                // The field keeps the keyboard.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(choice)}
              >
                {choice.name}
              </li>
            ))}
          </ul>
          {found.length > 0 || searching !== undefined ? null : (
            <p class="hint">{texts.form.noMatch}</p>
          )}
          {found.length > DRAWN || state.place.tenantsTotal > state.place.tenants.length ? (
            <p class="hint">{searching ?? texts.form.filter}</p>
          ) : null}
        </div>
      )}
    </div>
  );
};
