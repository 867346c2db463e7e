import type { Showable } from '../../../../shared/cockpit/description.ts';
import type { Control, Observation } from '../../../../shared/cockpit/observation.ts';
import { refusal } from '../../../../shared/cockpit/refusal.ts';
import { NEW_RUN, type Run } from '../../../../shared/cockpit/run.ts';

/** A run that has typed the name. */
export const TYPED: Run = { ...NEW_RUN, tries: { name: 1 } };

/** A control for a test; its ref is its name unless said. */
export const control = (
  kind: Control['kind'],
  name: string,
  change: Partial<Control> = {},
): Control => ({
  ref: name,
  kind,
  name,
  source: 'label',
  icon: null,
  value: null,
  empty: null,
  checked: kind === 'check' ? false : null,
  current: false,
  expanded: null,
  required: false,
  invalid: false,
  bars: null,
  disabled: false,
  readOnly: false,
  covered: false,
  leaves: false,
  hint: '',
  group: '',
  path: [1],
  lang: 'en',
  options: null,
  more: false,
  multiple: false,
  max: null,
  signature: `${kind}||${name}`,
  ...change,
});

type Option = NonNullable<Control['options']>[number];

/** One of a list's choices for a test. */
export const choice = (text: string, change: Partial<Option> = {}): Option => ({
  ref: null,
  text,
  chosen: false,
  disabled: false,
  empty: false,
  ...change,
});

/** What somebody pointed at. */
export const pointed = (subject: Showable, ...refs: string[]) => ({ subject, refs });

/** The need of a field that is as it should be. */
export const RIGHT = { kind: 'right' };

/** The need of one that is left to a person. */
export const refuses = (...args: Parameters<typeof refusal>) => ({
  kind: 'refuse',
  refusal: refusal(...args),
});

/** A page for a test. */
export const page = (
  controls: readonly Control[],
  change: Partial<Observation> = {},
): Observation => ({
  origin: 'https://nord.example',
  documentId: 'one',
  hidden: false,
  busy: false,
  unsaved: false,
  controls: [...controls],
  truncated: false,
  closedMenu: [],
  headed: false,
  listed: false,
  oldTokens: [],
  newTokens: [],
  tokenSeen: (change.newTokens?.length ?? 0) > 0,
  pointed: [],
  dateParts: [],
  nameSeen: 0,
  namePending: 0,
  nameIn: change.nameSeen ?? 0,
  ...change,
});

/** The wizard of the manual, in English, in the container 2 of the page 1. */
export const wizardControls = (): Control[] => [
  control('text', 'Name', { value: '', empty: true, path: [1, 2] }),
  control('text', 'Description', { value: '', empty: true, path: [1, 2] }),
  control('date', 'Expiration date', { value: '', empty: true, path: [1, 2] }),
  ...['Read', 'Write', 'Create', 'Delete'].map((name) =>
    control('check', name, { path: [1, 2, 3], group: 'Permissions' }),
  ),
  control('button', 'Cancel', { path: [1, 2] }),
  control('button', 'Next', { path: [1, 2] }),
];
