import { askTokenLine, curlLine, SHELL_NAMES, SHELLS } from '../../../shared/curl.ts';
import type { Actions, Model } from '../model.ts';
import { CopyOutcome } from './copy-outcome.tsx';
import { Growing } from './growing.tsx';

/** How to call the API with the token from a person's own shell, without leaving it in the history. */
export const ShellLines = ({
  model: { texts, shell, lineCopy },
  act,
  origin,
}: {
  readonly model: Model;
  readonly act: Actions;
  /** The tenant's API, safe to be given to a shell. */
  readonly origin: string;
}) => {
  const { first } = texts.curl;
  const { call, copyCommand } = texts.saved;
  const lines = [
    { id: 'ask', text: askTokenLine(shell), name: first, press: `${first}: ${copyCommand}` },
    { id: 'command', text: curlLine(origin, shell), name: undefined, press: copyCommand },
  ];
  return (
    <div class="field">
      <div class="beside">
        <label for="command">{call}</label>
        <select
          class="small"
          aria-label={texts.curl.shell}
          value={shell}
          onChange={({ currentTarget: { value } }) =>
            act.chooseShell(SHELLS.find((each) => each === value) ?? shell)
          }
        >
          {SHELLS.map((each) => (
            <option key={each} value={each}>
              {SHELL_NAMES[each]}
            </option>
          ))}
        </select>
      </div>
      <p class="hint">{texts.curl.how}</p>
      {lines.map(({ id, text, name, press }) => (
        <div key={id} class="beside">
          <Growing text={text}>
            <textarea
              id={id}
              class="command"
              rows={1}
              readOnly
              spellcheck={false}
              aria-label={name}
              value={text}
            />
          </Growing>
          <button
            type="button"
            class="small"
            aria-label={press}
            onClick={() => act.copyLine(id, text)}
          >
            {texts.buttons.copy}
          </button>
        </div>
      ))}
      {lineCopy === 'not_yet' ? null : (
        <CopyOutcome id="command-hint" copy={lineCopy} texts={texts} />
      )}
    </div>
  );
};
