import type { Description, Pointable } from '../../../shared/cockpit/description.ts';
import type { RunRecord } from './run-record.ts';
import { SHIELD_STYLE } from './shield-style.ts';
import type { AskWizardPage, WizardPorts } from './wizard-ports.ts';
import type { ComposedWords } from './words/compose-words.ts';

/** What a run needs of the outside, whatever is done in it. */
export interface RunPorts extends Pick<WizardPorts, 'now' | 'rest'> {
  /** The page in a tab, over its documents: a look waits until the person has let the extension in. */
  readonly ask: (tabId: number) => AskWizardPage;
  readonly keep: (record: RunRecord) => Promise<void>;
  /** What was shown, or imported, of where this page's controls are; null for nothing. */
  readonly description: () => Promise<Description | null>;
  /** Called at each step, with the words for an open popup. */
  readonly tell: (what: string) => void;
}

/**
 * Runs the wizard of a record's tab under a shield, which goes whatever happens. The record is kept
 * before anything is done, and as it changes.
 * @param about what the shield names first
 * @param begun whether it was begun before
 */
export const underShield = async <T>(
  ports: RunPorts,
  { title, stop, step }: ComposedWords,
  about: Pointable,
  record: RunRecord,
  { begun, pressed }: { readonly begun: boolean; readonly pressed: boolean },
  work: (wizard: WizardPorts) => Promise<T>,
): Promise<T> => {
  const ask = ports.ask(record.tabId);
  let current = record;
  const note = (change: Partial<RunRecord>): Promise<void> => {
    current = { ...current, ...change };
    return ports.keep(current);
  };
  const show = async (subject: Pointable, fresh: boolean): Promise<void> => {
    ports.tell(step(subject));
    const texts = { title, step: step(subject), stop, style: SHIELD_STYLE };
    await ask({ do: 'shield', texts, fresh });
  };
  await ports.keep(current);
  // What was pressed already is only looked for; and who stopped it once has stopped it.
  if (!pressed) await show(about, !begun);
  try {
    return await work({
      ask,
      description: await ports.description(),
      keep: (run) => note({ run }),
      keepFinish: (finish) => note({ finish: { ...current.finish, [finish.wanted]: finish } }),
      progress: (subject) => show(subject, false),
      now: ports.now,
      rest: ports.rest,
    });
  } finally {
    // A page that hangs keeps nobody waiting for what is in hand by now.
    void ask({ do: 'unshield' });
  }
};
