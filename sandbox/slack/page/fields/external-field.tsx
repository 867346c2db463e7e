import { useRef, useState } from 'preact/hooks';
import type { SeenOption } from '../../handle/seen.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';

const DEFAULT_MIN_QUERY = 3;

/** What the options of an app are asked for with, and which of them is marked. */
const useSuggestions = ({ element, path, act }: FieldProps) => {
  const [options, setOptions] = useState<readonly SeenOption[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const asked = useRef(0);
  const least =
    'min_query_length' in element
      ? (element.min_query_length ?? DEFAULT_MIN_QUERY)
      : DEFAULT_MIN_QUERY;
  const ask = async (query: string): Promise<void> => {
    asked.current += 1;
    const turn = asked.current;
    const found =
      query.length < least
        ? []
        : ((await act({ do: 'suggest', field: path, query })).options ?? []);
    // An answer to an earlier question must not replace a later one's.
    if (turn !== asked.current) return;
    setOptions(found);
    setActive(0);
    setOpen(true);
  };
  return { options, open, setOpen, active, setActive, ask };
};

/** One or several of many that only the app knows: what is typed asks for them. */
export const ExternalField = (props: FieldProps) => {
  const { field, element, path, act } = props;
  const several = element.type === 'multi_external_select';
  const [chosen, setChosen] = useState(() => initialChoice(element));
  const [text, setText] = useState(() => (several ? '' : initialText(element)));
  const { options, open, setOpen, active, setActive, ask } = useSuggestions(props);

  const choose = (option: SeenOption): void => {
    setOpen(false);
    if (several) {
      const next = [...chosen.filter(({ value }) => value !== option.value), option];
      setChosen(next);
      setText('');
      void act({ do: 'check', field: path, options: next.map(({ value }) => value) });
    } else {
      setText(option.text);
      void act({ do: 'choose', field: path, option: option.value });
    }
  };
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (open) setActive((active + step + options.length) % Math.max(1, options.length));
      else void ask(several ? text : '');
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      const option = options[active];
      if (option) choose(option);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <Frame field={field}>
      {(ties) => (
        <div class="external">
          {chosen.map((option) => (
            <button
              key={option.value}
              type="button"
              class="chip"
              aria-label={`Remove ${option.text}`}
              onClick={() => {
                const next = chosen.filter(({ value }) => value !== option.value);
                setChosen(next);
                void act({ do: 'check', field: path, options: next.map(({ value }) => value) });
              }}
            >
              {option.text} ×
            </button>
          ))}
          <input
            {...ties}
            type="text"
            role="combobox"
            autocomplete="off"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={`${ties.id}-list`}
            {...(open && options[active]
              ? { 'aria-activedescendant': `${ties.id}-${active}` }
              : {})}
            placeholder={field.placeholder ?? 'Type to search'}
            value={text}
            onFocus={() => void ask(several || field.value === null ? text : '')}
            onBlur={() => setOpen(false)}
            onInput={(event) => {
              setText(event.currentTarget.value);
              if (!several && event.currentTarget.value === '' && field.value !== null) {
                void act({ do: 'choose', field: path, option: null });
              }
              void ask(event.currentTarget.value);
            }}
            onKeyDown={keys}
          />
          <ul
            class="options"
            role="listbox"
            id={`${ties.id}-list`}
            aria-label={field.label}
            hidden={!open}
          >
            {options.map((option, index) => (
              <li
                key={option.value}
                id={`${ties.id}-${index}`}
                role="option"
                aria-selected={index === active}
                // Before the field loses the focus, and the list with it.
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(option);
                }}
              >
                {option.text}
                {option.description !== undefined && (
                  <span class="hint"> {option.description}</span>
                )}
              </li>
            ))}
          </ul>
          {open && options.length === 0 && <p class="hint">No results</p>}
        </div>
      )}
    </Frame>
  );
};

const initialText = (element: FieldProps['element']): string =>
  element.type === 'external_select' ? (element.initial_option?.text.text ?? '') : '';

const initialChoice = (element: FieldProps['element']): readonly SeenOption[] =>
  element.type === 'multi_external_select'
    ? (element.initial_options ?? []).map(({ text, value = '' }) => ({ text: text.text, value }))
    : [];
