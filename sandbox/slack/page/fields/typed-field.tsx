import { useState } from 'preact/hooks';
import { Frame } from './frame.tsx';
import type { FieldProps } from './field-props.ts';

/** Keyboards of phones differ by it; the rules are the client's own. */
const MODE = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
  plain_text_input: 'text',
} as const;

/** A field that one types into. What is typed stays as long as the field is there. */
export const TypedField = ({ field, element, path, act, dispatches }: FieldProps) => {
  const [text, setText] = useState(String(field.value ?? ''));
  const change = (next: string): void => {
    setText(next);
    void act({ do: 'type', field: path, text: next });
  };
  const multiline = element.type === 'plain_text_input' && element.multiline === true;
  return (
    <Frame field={field}>
      {(ties) => {
        const common = {
          ...ties,
          value: text,
          ...(field.placeholder === undefined ? {} : { placeholder: field.placeholder }),
          onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
            change(event.currentTarget.value),
        };
        return multiline ? (
          <textarea {...common} rows={3} />
        ) : (
          <input
            {...common}
            type="text"
            inputMode={MODE[element.type as keyof typeof MODE]}
            autocomplete="off"
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !dispatches) return;
              event.preventDefault();
              void act({ do: 'enter', field: path });
            }}
          />
        );
      }}
    </Frame>
  );
};
