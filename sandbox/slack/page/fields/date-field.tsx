import { useState } from 'preact/hooks';
import type { FieldProps } from './field-props.ts';
import { Frame } from './frame.tsx';

/** A date or a time of day. What stands in it while one types is the field's own. */
export const DateField = ({ field, element, path, act }: FieldProps) => {
  const [held, setHeld] = useState(String(field.value ?? ''));
  return (
    <Frame field={field}>
      {(ties) => (
        <input
          {...ties}
          type={element.type === 'timepicker' ? 'time' : 'date'}
          value={held}
          // A date that is not whole yet is none.
          onInput={(event) => {
            setHeld(event.currentTarget.value);
            void act({ do: 'pick', field: path, value: event.currentTarget.value || null });
          }}
        />
      )}
    </Frame>
  );
};

const pad = (part: number): string => String(part).padStart(2, '0');

/** Seconds since the epoch as the browser's own date and time. */
const localOf = (seconds: number): string => {
  const date = new Date(seconds * 1000);
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
};

/** A date with a time, in the browser's zone. */
export const DateTimeField = ({ field, path, act }: FieldProps) => {
  const [held, setHeld] = useState(typeof field.value === 'number' ? localOf(field.value) : '');
  return (
    <Frame field={field}>
      {(ties) => (
        <input
          {...ties}
          type="datetime-local"
          value={held}
          onInput={(event) => {
            setHeld(event.currentTarget.value);
            const time = new Date(event.currentTarget.value).getTime();
            const value = Number.isNaN(time) ? null : Math.floor(time / 1000);
            void act({ do: 'pick', field: path, value });
          }}
        />
      )}
    </Frame>
  );
};
