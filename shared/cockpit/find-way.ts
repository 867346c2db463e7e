import { LANGUAGES } from '../messages/language.ts';
import { err, ok, type Result } from '../result.ts';
import { bare } from './bare-label.ts';
import { meaningOf, type Subject } from './labels.ts';
import type { Control, ControlKind, Observation } from './observation.ts';
import { type Refusal, refusal } from './refusal.ts';

/** The way to the wizard, as the manual has it, the farthest first. */
const WAY = ['open', 'api', 'tenantPage', 'administration', 'menu'] as const satisfies Subject[];

type WayPoint = (typeof WAY)[number];

const LEADING: readonly ControlKind[] = ['button', 'link', 'tab', 'menuitem'];

const leads = (control: Control): boolean =>
  LEADING.includes(control.kind) && !control.disabled && !control.leaves;

const FORM_KINDS: readonly ControlKind[] = [
  'text',
  'date',
  'spinbutton',
  'select',
  'check',
  'radio',
];

/** Stands in a form: whatever it is called, it may send what is typed there. */
const inForm = (control: Control, controls: readonly Control[]): boolean => {
  const own = control.path.at(-1);
  const fields = controls.filter(
    ({ kind, path }) => FORM_KINDS.includes(kind) && own !== undefined && path.includes(own),
  );
  // One field alone is a search.
  return fields.length > 1;
};

const isAt = (control: Control, point: WayPoint): boolean => {
  if (!leads(control)) return false;
  const means = meaningOf(control.name);
  return LANGUAGES.some((language) => means(point, language));
};

/** "Cockpit menu", "Hauptmenü": what stands before the word names the menu, if it is no person's. */
const MENU = /(^|[\s-])(menu|menü|menù|hauptmenü|navigation|navigazione)$/;
const OF_A_PERSON =
  /user|account|profil|language|benutzer|konto|sprach|utente|lingua|compte|langue/;

const opensMenu = ({ name, icon }: Control): boolean => {
  if (name === '') return icon === 'menu';
  const label = bare(name);
  return MENU.test(label) && !OF_A_PERSON.test(label);
};

const candidates = ({ controls, pointed }: Observation, point: WayPoint): readonly Control[] => {
  const refs = pointed.find(({ subject }) => subject === point)?.refs;
  if (refs) return controls.filter((control) => refs.includes(control.ref) && leads(control));
  const named = controls.filter((control) => isAt(control, point));
  if (named.length > 0) return named;
  if (point === 'menu') return controls.filter((control) => leads(control) && opensMenu(control));
  if (point !== 'open') return [];
  return controls.filter(
    (control) => leads(control) && control.name === '' && control.icon === 'add',
  );
};

/** Whether the page shows the list of API tokens, beside which "Create" can only mean a token. */
const atTheList = (observation: Observation, went: readonly Subject[]): boolean =>
  went.includes('api') ||
  observation.controls.some((control) => control.current && isAt(control, 'api'));

/**
 * The next control on the way to the wizard: the farthest that the page shows and that was not gone
 * through yet.
 * @param went what was pressed so far
 * @returns the control; undefined where none is to be seen now; a refusal where two are
 */
export const findWay = (
  observation: Observation,
  went: readonly Subject[],
): Result<{ readonly point: WayPoint; readonly control: Control }, Refusal> | undefined => {
  const pointedOpen = observation.pointed.some(({ subject }) => subject === 'open');
  for (const point of WAY) {
    if (went.includes(point)) return undefined;
    if (point === 'open' && !pointedOpen && !atTheList(observation, went)) continue;
    const [control, second] = candidates(observation, point);
    if (!control) continue;
    // Already there, and what lies beyond has not come yet.
    if (point !== 'open' && control.current && !second) return undefined;
    if (second) return err(refusal('ambiguous', point, control.name));
    if (point === 'menu' && control.expanded === true) return undefined;
    if (inForm(control, observation.controls))
      return err(refusal('no_wizard', point, control.name));
    if (control.covered) return err(refusal('covered', point, control.name));
    return ok({ point, control });
  }
  return undefined;
};
