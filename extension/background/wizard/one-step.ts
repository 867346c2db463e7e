import type { Act, ActOutcome } from '../../../shared/cockpit/act.ts';
import type { Description, Pointable } from '../../../shared/cockpit/description.ts';
import { LOOK_WORDS } from '../../../shared/cockpit/look-words.ts';
import type { Observation } from '../../../shared/cockpit/observation.ts';
import type { Refusal } from '../../../shared/cockpit/refusal.ts';
import { NEW_RUN, type Run } from '../../../shared/cockpit/run.ts';
import type { KnownTokens, PageCommand } from '../../page/wizard/wizard-page.ts';
import type { PageLoss, WizardPorts } from './wizard-ports.ts';

export const BETWEEN_LOOKS_MS = 60;
/** A new document needs a moment before it can be asked; so often it is tried. */
const NEW_DOCUMENT_TRIES = 40;
/** A look that a navigation catches is never answered, and changes nothing: so often it is made again. */
const UNANSWERED_TRIES = 2;
/** More steps than any wizard has. */
export const STEPS_AT_MOST = 600;

/** A look is answered sooner, unless a dialog of the page's own lies over it, say. */
const ANSWERED_MS = 1_000;

/** What a run knows of strings of a token's form. @param taken digest of its token, once it was taken */
export const knownTokens = (
  { salt, tokensBefore }: Pick<Run, 'salt' | 'tokensBefore'>,
  taken: string | null,
): KnownTokens => ({ salt, before: tokensBefore, taken: taken ?? '' });

/** The same where there was no run. */
export const NO_TOKENS: KnownTokens = knownTokens(NEW_RUN, null);

/**
 * What asks for a look.
 * @param name the wanted token's, to be counted; empty for none
 * @param words what is told by them, and which fields' values may be read
 */
export const lookCommand = (
  description: Description | null,
  name: string,
  pressed: boolean,
  tokens: KnownTokens,
  words = LOOK_WORDS,
): PageCommand => ({ do: 'look', description, name, pressed, words, tokens });

type Look = (
  pressed: boolean,
  tokens: KnownTokens,
) => Promise<
  | {
      readonly kind: 'seen';
      readonly observation: Observation;
      /** For how long of it nothing could come of the page, which is no waiting for it, in ms. */
      readonly silentMs: number;
      readonly byHand?: true;
    }
  | { readonly kind: PageLoss | 'stopped' }
>;

/** Looks at the page, again and again while one document gives way to the next. */
export const createLook =
  (
    { ask, description, rest, now }: Pick<WizardPorts, 'ask' | 'description' | 'rest' | 'now'>,
    name: string,
  ): Look =>
  async (pressed, tokens) => {
    const asked = now();
    let unanswered = 0;
    for (let left = NEW_DOCUMENT_TRIES; ; left -= 1) {
      const answer = await ask(lookCommand(description, name, pressed, tokens));
      switch (answer.kind) {
        case 'seen':
          return { ...answer, silentMs: Math.max(0, now() - asked - ANSWERED_MS) };
        case 'stopped':
        case 'tab_closed':
        case 'other_origin':
        case 'not_granted':
          return { kind: answer.kind };
        case 'timeout':
          unanswered += 1;
          if (unanswered > UNANSWERED_TRIES) return { kind: answer.kind };
          continue;
        default:
      }
      // Anything else is no answer to a look.
      if (answer.kind !== 'page_gone' || left === 0) return { kind: 'page_gone' };
      await rest(BETWEEN_LOOKS_MS * 4);
    }
  };

/** What was being done, and how to write down that it is about to be, or was not. */
interface Step<Kept> {
  readonly act: Act;
  readonly about: Pointable;
  readonly before: Kept;
  readonly after: Kept;
  readonly keep: (kept: Kept) => Promise<void>;
}

/** How a step ended: `went_on` where it was done, or nobody can say that it was not. */
type Stepped =
  | { readonly kind: 'went_on' }
  | { readonly kind: 'stopped' }
  | Extract<ActOutcome, { readonly kind: 'not_done' }>;

/** Writes a step down, does it, and takes back what was written where it was certainly not done. */
export const takeStep = async <Kept>(
  { ask, progress }: Pick<WizardPorts, 'ask' | 'progress'>,
  { act, about, before, after, keep }: Step<Kept>,
): Promise<Stepped> => {
  await keep(after);
  await progress(about);
  const acted = await ask({ do: 'act', act });
  const outcome = acted.kind === 'acted' ? acted.outcome : undefined;
  if (acted.kind !== 'stopped' && outcome?.kind !== 'not_done') return { kind: 'went_on' };
  await keep(before);
  return outcome?.kind === 'not_done' ? outcome : { kind: 'stopped' };
};

/** So often a control may be another one by the time that it is used. */
export const FAILURES_AT_MOST = 3;

/** Why a control could not be used, as a refusal says it. */
export const reasonOf = ({
  because,
}: Extract<ActOutcome, { readonly kind: 'not_done' }>): Refusal['reason'] =>
  because === 'gone' || because === 'hidden' ? 'changed' : because;
