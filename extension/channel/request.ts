import * as z from 'zod/mini';
import { SHOWABLE } from '../../shared/cockpit/description.ts';
import { storedDraftSchema } from '../../shared/stored-request.ts';
import { anyTokenSchema } from './any-token.ts';
import { MAX_LINK } from './coming-link.ts';

const origin = z.string().check(
  z.maxLength(300),
  z.refine((text) => URL.canParse(text) && new URL(text).origin === text),
);
const page = { origin, tabId: z.int() };
// As long as the contract lets an address be: a shorter limit would leave its owner unheard.
const person = { ...page, email: z.string().check(z.maxLength(254)) };

// Of a form, the tenant that it is headed by: what "All tenants" stands for there.
const form = { ...person, anchorId: z.string().check(z.maxLength(100)) };

const link = z.string().check(z.maxLength(MAX_LINK));

// A field takes more than anybody means to type there: cut off, it is answered; refused, it is unheard.
const typed = (max: number) =>
  z.pipe(
    z.string(),
    z.transform((text) => text.trim().slice(0, max)),
  );

const lineKind = z.enum(['link', 'command']);

/** As what a request can be passed on. */
export type LineKind = z.output<typeof lineKind>;

/** What the popup asks of the background. The tab is the one that was open at the click. */
export const requestSchema = z.discriminatedUnion('ask', [
  /** At opening: who is signed in on the page, and what waits for them. */
  z.object({ ask: z.literal('open'), ...page, link: z.optional(link) }),
  /** On a page that no extension may look at: what waits elsewhere. */
  z.object({ ask: z.literal('open_nowhere') }),
  /** A person wants to show where parts of the form are. */
  z.object({
    ask: z.literal('show'),
    ...page,
    subjects: z.array(z.enum(SHOWABLE)).check(z.minLength(1), z.maxLength(SHOWABLE.length)),
  }),
  /** What the page's controls are, for whoever has to mend a description. */
  z.object({ ask: z.literal('describe'), ...page }),
  /** `drawnAt`: when the form was drawn, in ms since the epoch. */
  z.object({
    ask: z.literal('next'),
    ...form,
    draft: storedDraftSchema,
    drawnAt: z.int().check(z.nonnegative()),
  }),
  z.object({
    /**
     * `look`: the state as it is now. `seen`: an outcome has been drawn. `stop`: a run waits for a page
     * to be allowed, and need not. The rest are the flow's.
     */
    ask: z.enum(['look', 'seen', 'stop', 'ask_again', 'copied', 'save', 'cancel', 'again']),
    ...person,
  }),
  /** Whether what is asked of the browser for this person's run is kept after it. */
  z.object({ ask: z.literal('keep'), ...person, kept: z.boolean() }),
  /** To fill in the form from a link that was pasted into it; '' for what stood there before. */
  z.object({ ask: z.literal('link'), ...form, link, draft: storedDraftSchema }),
  /** What is asked for, as a line to be copied. */
  z.object({ ask: z.literal('share'), ...person, as: lineKind, draft: storedDraftSchema }),
  z.object({ ask: z.literal('tenants'), ...person, search: typed(200) }),
  /** One call with a saved token, which by now the popup alone remembers. */
  z.object({
    ask: z.literal('try'),
    ...page,
    token: anyTokenSchema,
    // Longer than any API URL: what is cut off is still none.
    apiUrl: typed(300),
  }),
]);

/** What is said beside each question: the cookie jar of the tab, '' for the ordinary one. */
export const sentSchema = z.object({
  jar: z._default(z.string().check(z.regex(/^[\w-]{0,100}$/)), ''),
});

export type PopupRequest = z.output<typeof requestSchema>;
