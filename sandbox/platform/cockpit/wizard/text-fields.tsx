import type { RefObject } from 'preact';
import {
  type Draft,
  TEXT_FIELD_NAMES,
  TEXT_FIELDS,
  type TextField,
} from '../../../../shared/request-fields.ts';
import { useTexts } from '../messages/texts.ts';
import { Field } from '../parts/field.tsx';

interface TextFieldsProps {
  readonly draft: Draft;
  readonly errorOf: (field: TextField) => string | undefined;
  /** The one in which a person begins. */
  readonly first: RefObject<HTMLInputElement | null>;
  readonly onEdit: (change: Partial<Draft>) => void;
}

/** The fields of a request that hold text. */
export const TextFields = ({ draft, errorOf, first, onEdit }: TextFieldsProps) => {
  const { core, own } = useTexts();
  return (
    <>
      {TEXT_FIELD_NAMES.map((field) => {
        const { required, lines } = TEXT_FIELDS[field];
        const attributes = {
          name: field,
          value: draft[field],
          onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
            onEdit({ [field]: currentTarget.value }),
        };
        return (
          <Field
            key={field}
            label={core.fields[field]}
            hint={required ? undefined : own.wizard.optional}
            error={errorOf(field)}
          >
            {(control) =>
              lines === 'many' ? (
                <textarea {...control} {...attributes} rows={2} />
              ) : (
                <input
                  {...control}
                  {...attributes}
                  ref={field === 'name' ? first : null}
                  type="text"
                  required={required}
                  autoComplete="off"
                />
              )
            }
          </Field>
        );
      })}
    </>
  );
};
