import { useId, useState } from 'preact/hooks';
import type { Option } from '../../blocks/composition.ts';
import type { SeenOption } from '../../handle/seen.ts';
import { TextView } from '../text-view.tsx';
import type { FieldProps } from './field-props.ts';
import { GroupFrame } from './frame.tsx';

interface BoxProps {
  readonly type: 'checkbox' | 'radio';
  readonly name: string;
  readonly option: SeenOption;
  /** As the app sent it, since its texts may be mrkdwn. */
  readonly sent: Option | undefined;
  readonly checked: boolean;
  readonly invalid: boolean;
  readonly onChange: (checked: boolean) => void;
}

const Box = ({ type, name, option, sent, checked, invalid, onChange }: BoxProps) => {
  const id = useId();
  return (
    <div class="box">
      <input
        type={type}
        id={id}
        name={name}
        checked={checked}
        {...(option.description === undefined ? {} : { 'aria-describedby': `${id}-text` })}
        {...(invalid ? { 'aria-invalid': 'true' as const } : {})}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{sent ? <TextView text={sent.text} /> : option.text}</label>
        {option.description !== undefined && (
          <p class="hint" id={`${id}-text`}>
            {sent?.description ? <TextView text={sent.description} /> : option.description}
          </p>
        )}
      </div>
    </div>
  );
};

const sentOptions = (element: FieldProps['element']): readonly Option[] =>
  element.type === 'checkboxes' || element.type === 'radio_buttons' ? element.options : [];

/** One of several. */
export const RadioField = ({ field, element, path, act }: FieldProps) => {
  const name = useId();
  const [held, setHeld] = useState(field.value);
  return (
    <GroupFrame field={field}>
      {() =>
        field.options.map((option, index) => (
          <Box
            key={option.value}
            type="radio"
            name={name}
            option={option}
            sent={sentOptions(element)[index]}
            checked={held === option.value}
            invalid={field.error !== undefined}
            onChange={() => {
              setHeld(option.value);
              void act({ do: 'choose', field: path, option: option.value });
            }}
          />
        ))
      }
    </GroupFrame>
  );
};

/** Any of several. */
export const BoxesField = ({ field, element, path, act }: FieldProps) => {
  const name = useId();
  // Two quick clicks must not both start from what the server last told.
  const [chosen, setChosen] = useState<readonly string[]>(
    Array.isArray(field.value) ? field.value : [],
  );
  const toggle = (value: string, on: boolean): void => {
    const options = field.options
      .map((option) => option.value)
      .filter((one) => (one === value ? on : chosen.includes(one)));
    setChosen(options);
    void act({ do: 'check', field: path, options });
  };
  return (
    <GroupFrame field={field}>
      {() =>
        field.options.map((option, index) => (
          <Box
            key={option.value}
            type="checkbox"
            name={name}
            option={option}
            sent={sentOptions(element)[index]}
            checked={chosen.includes(option.value)}
            invalid={field.error !== undefined}
            onChange={(on) => toggle(option.value, on)}
          />
        ))
      }
    </GroupFrame>
  );
};
