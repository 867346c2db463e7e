import type { AskWizardPage } from './wizard-ports.ts';
import type { GrantWait } from './grants.ts';

/**
 * How a run comes from one document to the next where the browser lets an extension work in one
 * document a click: by a permission for the host, or a key pressed at each.
 */
export interface DocumentGate {
  /** Whether the browser says that every page of the host may be looked at. */
  readonly allowed: () => Promise<boolean>;
  /** Whether the cockpit is known to load pages: then it is asked before anything is touched. */
  readonly loadsPages: () => Promise<boolean>;
  readonly learn: () => Promise<void>;
  /** Asks the person; `close` takes the question away. */
  readonly request: () => Promise<Omit<GrantWait, 'close'> & { close: () => Promise<void> }>;
  /** Counts the documents that the tab begins to load from now on. */
  readonly countLoads: () => { readonly count: () => number; readonly end: () => void };
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly rest: (ms: number) => Promise<void>;
}

const BETWEEN_TRIES_MS = 400;
/** How long somebody may think about it. */
const PATIENCE_MS = 180_000;
/** A host that is allowed, and a page that is not: after so long it is another host's. */
const ELSEWHERE_MS = 4_000;

type Answer = Awaited<ReturnType<AskWizardPage>>;
type Look = Extract<Parameters<AskWizardPage>[0], { do: 'look' }>;

/**
 * Asks the page over its documents: a look waits until the person has let the extension in again.
 * Everything else is answered as it is; the run looks again after it.
 * @param gate null where one click lasts for all documents of an origin: there a page that may not be
 *   looked at is another origin's
 */
export const askAcrossDocuments = (
  ask: AskWizardPage,
  gate: DocumentGate | null,
): AskWizardPage => {
  const elsewhere = async (answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    return given.kind === 'not_granted' ? { kind: 'other_origin' } : given;
  };
  if (!gate) return (command) => elsewhere(ask(command));
  const { now, rest } = gate;
  let looked = false;
  let acted = false;
  let byHand = false;
  let pressedLast = false;

  /** @param ahead the page may be looked at; those that come may not */
  const letIn = async (command: Look, ahead: boolean): Promise<Answer> => {
    const since = now();
    const loads = gate.countLoads();
    let refusedSince: number | undefined;
    let request: Awaited<ReturnType<DocumentGate['request']>> | undefined;
    try {
      for (;;) {
        const allowed = await gate.allowed();
        if (!ahead || allowed || request?.goneOn()) {
          const answer = await ask(command);
          if (answer.kind !== 'not_granted') {
            // Somebody went on by hand: what is there now is no answer to what was pressed.
            if (command.pressed && loads.count() > 0) return { kind: 'stopped' };
            byHand ||= acted && loads.count() > 0;
            return answer;
          }
        }
        if (allowed) {
          refusedSince ??= now();
          if (now() - refusedSince > ELSEWHERE_MS) return { kind: 'other_origin' };
        } else request ??= await gate.request();
        if (request?.stopped()) return { kind: 'stopped' };
        if (now() - since > PATIENCE_MS) return { kind: 'not_granted' };
        await rest(BETWEEN_TRIES_MS);
      }
    } finally {
      loads.end();
      await request?.close();
    }
  };

  const told = async (answer: Promise<Answer>): Promise<Answer> => {
    const given = await answer;
    return given.kind === 'seen' && byHand ? { ...given, byHand } : given;
  };

  const over: AskWizardPage = async (command) => {
    if (command.do === 'act') {
      acted = true;
      byHand = false;
      pressedLast = command.act.kind === 'press';
    }
    if (command.do !== 'look') return ask(command);
    const first = !looked;
    looked = true;
    if (first && !command.pressed && (await gate.loadsPages()) && !(await gate.allowed())) {
      return letIn(command, true);
    }
    const answer = await ask(command);
    if (answer.kind !== 'not_granted') return answer;
    const later = await letIn(command, false);
    // A page that somebody reloads by hand is no such cockpit.
    if (later.kind === 'seen' && pressedLast) await gate.learn();
    return later;
  };
  return (command) => told(over(command));
};
