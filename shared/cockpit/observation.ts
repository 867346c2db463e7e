import * as z from 'zod/mini';
import { SHOWABLE } from './description.ts';
import { MAX_CLOSED_MENU, MAX_CONTROLS, MAX_OLD_TOKENS, MAX_OPTIONS } from './limits.ts';

const FILLED_IN_KINDS = [
  'text',
  'date',
  /** One part of a date: day, month or year. */
  'spinbutton',
  'select',
  'combobox',
  /** A list that stands open, with a choice in it. */
  'listbox',
  'check',
  'radio',
] as const;

const LEADING_KINDS = ['button', 'link', 'tab', 'menuitem'] as const;

/** What a control is to whoever uses it; how a toolkit builds it is the page part's to know. */
const CONTROL_KINDS = [...FILLED_IN_KINDS, 'option', ...LEADING_KINDS] as const;

export type ControlKind = (typeof CONTROL_KINDS)[number];

/** What a person fills in, or chooses. */
export const FILLED_IN: readonly ControlKind[] = FILLED_IN_KINDS;

/** What a person presses to get on. */
export const LEADING: readonly ControlKind[] = LEADING_KINDS;

/** Where a control's name is from, the most trusted first. `near` is text beside or above it. */
const NAME_SOURCES = ['aria', 'label', 'text', 'title', 'placeholder', 'near', 'none'] as const;

export type NameSource = (typeof NAME_SOURCES)[number];

/** Pointed at, and listed besides. */
const MAX_POINTED = 200;

const text = (max: number) => z.string().check(z.maxLength(max));
const ref = text(40);

const optionSchema = z.object({
  /** Null for a native select's, which is chosen by its text, and for what a list has scrolled away. */
  ref: z.nullable(ref),
  text: text(300),
  chosen: z.boolean(),
  disabled: z.boolean(),
  /** Stands for no choice: its value is empty. */
  empty: z.boolean(),
});

const controlSchema = z.object({
  /** Names the element as long as its document lives. */
  ref,
  kind: z.enum(CONTROL_KINDS),
  /** The accessible name, white space folded; empty where there is none. */
  name: text(300),
  source: z.enum(NAME_SOURCES),
  /** What an icon without a word shows, as far as its markup says it. */
  icon: z.nullable(z.enum(['add', 'menu', 'copy', 'close'])),
  /** What stands in it, for the fields that the look was asked to read; else null. */
  value: z.nullable(text(2_000)),
  /** Whether nothing stands in it, also where its value is not read; null for what holds none. */
  empty: z.nullable(z.boolean()),
  checked: z.nullable(z.union([z.boolean(), z.literal('mixed')])),
  /** Chosen among its like: `aria-selected`, `aria-current`. */
  current: z.boolean(),
  expanded: z.nullable(z.boolean()),
  required: z.boolean(),
  /** It says that it takes no such thing, or a browser would not send it. */
  invalid: z.boolean(),
  /** For a button: the name of the first field without which a browser sends nothing; null for none. */
  bars: z.nullable(text(300)),
  disabled: z.boolean(),
  readOnly: z.boolean(),
  /** Something else would take a person's click. */
  covered: z.boolean(),
  /** A link to another origin, another window or a file. */
  leaves: z.boolean(),
  /** What its format is said to be: a placeholder or a hint. */
  hint: text(100),
  /** The name of the group that it stands in: a legend, a labelled group; empty for none. */
  group: text(300),
  /** The containers that it shares with other controls, outermost first. */
  path: z.array(z.int()).check(z.maxLength(60)),
  /** BCP 47, as the page says it; empty where it does not. */
  lang: text(40),
  /** A native select's choices, or those that an opened list shows. */
  options: z.nullable(z.array(optionSchema).check(z.maxLength(MAX_OPTIONS))),
  /** There are more choices than `options` has. */
  more: z.boolean(),
  /** A native select that takes more than one of them, or an opened list that says so. */
  multiple: z.boolean(),
  /** For a spinbutton: its largest value, which tells day, month and year apart. */
  max: z.nullable(z.number()),
  /** What must still be so when the control is acted on. */
  signature: text(400),
});

/** One control, as a look saw it. */
export type Control = z.infer<typeof controlSchema>;

export const observationSchema = z.object({
  origin: text(300),
  /** Names the document: another one means that whatever was known of elements is gone. */
  documentId: text(60),
  hidden: z.boolean(),
  /** The page says that it is at work: `aria-busy`, a toolkit's own mark. */
  busy: z.boolean(),
  /** Something was begun here that a navigation would lose: an open dialog, typed input. */
  unsaved: z.boolean(),
  controls: z.array(controlSchema).check(z.maxLength(MAX_CONTROLS + MAX_POINTED)),
  /** There were more controls than a look lists. */
  truncated: z.boolean(),
  /** What leads somewhere in a navigation that is closed now, by name. */
  closedMenu: z.array(text(300)).check(z.maxLength(MAX_CLOSED_MENU)),
  /** A heading is one of the words that were asked for. */
  headed: z.boolean(),
  /** Rows of a table are to be seen, or the words that stand in the place of none. */
  listed: z.boolean(),
  /** Before Next was pressed: the digests of what has a token's form. */
  oldTokens: z.array(text(20)).check(z.maxLength(MAX_OLD_TOKENS)),
  /** After it: strings of a token's form that were not there before; the values stay in the page. */
  newTokens: z
    .array(z.object({ ref, path: z.array(z.int()).check(z.maxLength(60)), digest: text(20) }))
    .check(z.maxLength(20)),
  /** Whether one of these is to be seen: what a page has closed may stay in it, hidden. */
  tokenSeen: z.boolean(),
  /** What a description's locators found, by subject: one control each, or none, or too many. */
  pointed: z.array(
    z.object({ subject: z.enum(SHOWABLE), refs: z.array(ref).check(z.maxLength(9)) }),
  ),
  /** The three fields that what was pointed at as the date stands among; none where it stands otherwise. */
  dateParts: z.array(ref).check(z.maxLength(3)),
  /** In how many places the wanted token's name stands as a text of its own, and not as one that is over. */
  nameSeen: z.int(),
  /** In how many of these it is said that it does not work yet. */
  namePending: z.int(),
  /** In how many texts the name stands at all, those of fields too. */
  nameIn: z.int(),
});

/** An open page as plain data: what a person could use in it, and nothing of what others typed. */
export type Observation = z.infer<typeof observationSchema>;
