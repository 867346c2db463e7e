import { useState } from 'preact/hooks';
import type { SeenOption } from '../../handle/seen.ts';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';

const grouped = (options: readonly SeenOption[]): Map<string, SeenOption[]> =>
  Map.groupBy(options, ({ group = '' }) => group);

const OptionView = ({ option }: { readonly option: SeenOption }) => (
  <option value={option.value}>{option.text}</option>
);

/** One of many, known beforehand. */
export const SelectField = ({ field, path, act }: FieldProps) => {
  const [held, setHeld] = useState(String(field.value ?? ''));
  return (
    <Frame field={field}>
      {(ties) => (
        <select
          {...ties}
          value={held}
          onChange={(event) => {
            setHeld(event.currentTarget.value);
            void act({ do: 'choose', field: path, option: event.currentTarget.value || null });
          }}
        >
          <option value="">{field.placeholder ?? 'Choose an option'}</option>
          {Array.from(grouped(field.options), ([group, options]) =>
            group === '' ? (
              options.map((option) => <OptionView key={option.value} option={option} />)
            ) : (
              <optgroup key={group} label={group}>
                {options.map((option) => (
                  <OptionView key={option.value} option={option} />
                ))}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Frame>
  );
};
