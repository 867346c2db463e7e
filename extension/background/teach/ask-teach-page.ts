import * as z from 'zod/mini';
import {
  locatorSchema,
  MAX_LEFT,
  MAX_LOCATORS,
  SHOWABLE,
} from '../../../shared/cockpit/description.ts';
import { ABSENT, askPart, type PagePart } from '../../page/ask-part.ts';
import { inTime } from '../../page/in-time.ts';
import type { WithTeachPage } from '../../page/teach/install.ts';
import type { TeachAnswer, TeachCommand } from '../../page/teach/teach-page.ts';

/** Locators that cannot be read are left out: a page may be called what no description may say. */
const locators = z.pipe(
  z.array(z.unknown()).check(z.maxLength(20)),
  z.transform((all) =>
    all.flatMap((each) => locatorSchema.safeParse(each).data ?? []).slice(0, MAX_LOCATORS),
  ),
);

/** What the page part answers; a hostile page may send anything else, which is then no answer. */
const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['idle', 'other_origin']) }),
  z.object({
    kind: z.literal('progress'),
    at: z.int().check(z.minimum(0), z.maximum(SHOWABLE.length)),
    shown: z
      .array(z.object({ subject: z.enum(SHOWABLE), locators, lacking: z.boolean() }))
      .check(z.maxLength(SHOWABLE.length + MAX_LEFT)),
    ended: z.nullable(z.enum(['done', 'left'])),
  }),
]);

export type TeachReply = TeachAnswer | { readonly kind: 'other_origin' | 'page_gone' };

/** One short call into the page where something is shown; what comes back is checked. */
export type AskTeachPage = (command: TeachCommand) => Promise<TeachReply>;

const PART: PagePart<WithTeachPage> = { name: 'tenantTokenTeach', file: '/teach-page.js' };
const SILENCE_MS = 4_000;

const GONE = { kind: 'page_gone' } as const;

const call = async (tabId: number, origin: string, command: TeachCommand): Promise<TeachReply> => {
  try {
    const answer = await askPart(PART, tabId, origin, command, command.do === 'teach');
    if (answer === ABSENT) return { kind: 'idle' };
    return answerSchema.safeParse(answer).data ?? GONE;
  } catch {
    return GONE;
  }
};

/** Asks the page part in a tab's top frame, which is put there first where something is to be shown. */
export const askTeachPage =
  (tabId: number, origin: string): AskTeachPage =>
  (command) =>
    inTime(call(tabId, origin, command), SILENCE_MS, GONE);
