import { useId, useState } from 'preact/hooks';
import type { WorkspaceFacts } from '../client-api/snapshot.ts';

type Command = WorkspaceFacts['commands'][number];

interface Props {
  readonly channelName: string;
  readonly commands: readonly Command[];
  readonly send: (text: string) => void;
}

/** Commands that begin with what has been typed, as long as nothing follows. */
const matching = (text: string, commands: readonly Command[]): readonly Command[] =>
  /^\/\S*$/.test(text) ? commands.filter(({ command }) => command.startsWith(text)) : [];

/** Where a person writes messages and commands. */
export const Composer = ({ channelName, commands, send }: Props) => {
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [closed, setClosed] = useState(false);
  const found = closed ? [] : matching(text, commands);
  const open = found.length > 0 && !(found.length === 1 && found[0]?.command === text);

  const complete = (command: string): void => {
    setText(`${command} `);
    setActive(0);
  };
  const submit = (): void => {
    if (text.trim() === '') return;
    send(text.trimEnd());
    setText('');
  };
  const keys = (event: KeyboardEvent): void => {
    if (!open) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
      event.preventDefault();
      const chosen = found[active];
      if (chosen) complete(chosen.command);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setClosed(true);
    }
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ul
        class="options commands"
        role="listbox"
        id={`${id}-list`}
        aria-label="Commands"
        hidden={!open}
      >
        {found.map(({ command, description, usageHint }, index) => (
          <li
            key={command}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              complete(command);
            }}
          >
            <strong>{command}</strong> <span class="muted">{usageHint}</span>
            <span class="hint">{description}</span>
          </li>
        ))}
      </ul>
      <input
        type="text"
        role="combobox"
        class="composer-text"
        aria-label={`Message ${channelName}`}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        {...(open ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        autocomplete="off"
        placeholder={`Message ${channelName}, or / for commands`}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
          setClosed(false);
        }}
        onKeyDown={keys}
      />
      <button type="submit" class="button button-main">
        Send
      </button>
    </form>
  );
};
