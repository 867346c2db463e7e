import { useId } from 'preact/hooks';
import { TOKEN_STATES } from '../../../../shared/tenant-api/port.ts';
import type { TokenFilter } from '../api/cockpit-api.ts';
import { useTexts } from '../messages/texts.ts';

interface FiltersProps {
  readonly filter: TokenFilter;
  readonly onFilter: (filter: TokenFilter) => void;
}

/** Narrows the list of tokens; a change begins at the first page again. */
export const Filters = ({ filter, onFilter }: FiltersProps) => {
  const { tokens } = useTexts().own;
  const [searchId, stateId] = [useId(), useId()];
  return (
    <search class="filters">
      <div class="field">
        <label for={searchId}>{tokens.search}</label>
        <input
          id={searchId}
          type="search"
          value={filter.search}
          maxLength={100}
          onInput={({ currentTarget }) =>
            onFilter({ ...filter, search: currentTarget.value, pageNumber: 1 })
          }
        />
      </div>
      <div class="field">
        <label for={stateId}>{tokens.filter}</label>
        <select
          id={stateId}
          value={filter.state}
          onChange={({ currentTarget }) => {
            const state = TOKEN_STATES.find((each) => each === currentTarget.value) ?? '';
            onFilter({ ...filter, state, pageNumber: 1 });
          }}
        >
          <option value="">{tokens.anyState}</option>
          {TOKEN_STATES.map((state) => (
            <option key={state} value={state}>
              {tokens.states[state]}
            </option>
          ))}
        </select>
      </div>
    </search>
  );
};
