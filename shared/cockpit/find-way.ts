import { LANGUAGES } from '../messages/language.ts';
import { err, ok, type Result } from '../result.ts';
import { bare } from './bare-label.ts';
import { contradicts } from './contradicts.ts';
import { isCalled, meaningOf, type Subject } from './labels.ts';
import { type Control, FILLED_IN, LEADING, type Observation } from './observation.ts';
import { platformWords } from './platform-words.ts';
import { type Refusal, refusal } from './refusal.ts';

/** The way to the wizard, as the manual has it, the farthest first. */
const WAY = ['open', 'api', 'tenantPage', 'administration', 'menu'] as const satisfies Subject[];

type WayPoint = (typeof WAY)[number];

const leads = (control: Control): boolean =>
  LEADING.includes(control.kind) && !control.disabled && !control.leaves;

/** Stands in a form: whatever it is called, it may send what is typed there. */
const inForm = (control: Control, controls: readonly Control[]): boolean => {
  const own = control.path.at(-1);
  const fields = controls.filter(
    ({ kind, path }) => FILLED_IN.includes(kind) && own !== undefined && path.includes(own),
  );
  // One field alone is a search.
  return fields.length > 1;
};

const isAt = (control: Control, point: WayPoint): boolean =>
  leads(control) && isCalled(control.name, point);

/** "Cockpit menu", "Hauptmenü": what stands before the word names the menu, if it is no person's. */
const MENU = /(^|[\s-])(menu|menü|menù|hauptmenü|navigation|navigazione)$/;
const OF_A_PERSON =
  /user|account|profil|language|benutzer|konto|sprach|utente|lingua|compte|langue/;

const opensMenu = ({ name, icon }: Control): boolean => {
  if (name === '') return icon === 'menu';
  const label = bare(name);
  return MENU.test(label) && !OF_A_PERSON.test(label);
};

/** What alone would be found on many a page; of these it takes two to tell a cockpit. */
const TELLING = ['administration', 'tenantPage', 'api'] as const satisfies WayPoint[];

/**
 * Whether a page is a cockpit: by two different points of the way in one language, or by one of them
 * among the words of this platform's menu; those of a menu that is closed now count as well.
 */
const isCockpit = ({ controls, closedMenu, pointed }: Observation): boolean => {
  // Who pointed at it has said so.
  if (pointed.some(({ refs }) => refs.length > 0)) return true;
  const names = [...controls.filter(leads).map(({ name }) => name), ...closedMenu];
  return LANGUAGES.some((language) => {
    const points = TELLING.filter((point) =>
      names.some((name) => meaningOf(name)(point, language)),
    );
    return points.length > 1 || (points.length === 1 && platformWords(names, language) > 1);
  });
};

/** Whether something lies over the page, as a backdrop does, and not over a control or two of it. */
export const isPageCovered = ({ controls }: Observation): boolean => {
  const leading = controls.filter(({ kind }) => LEADING.includes(kind));
  const covered = leading.filter((control) => control.covered);
  return covered.length > 0 && 2 * covered.length >= leading.length;
};

/** Whether the page shows the list of API tokens, beside which "Create" can only mean a token. */
export const isAtTokens = (observation: Observation): boolean =>
  observation.headed ||
  // What opens the form stands beside the list of what it makes.
  observation.pointed.some(
    ({ subject, refs: [only, second] }) =>
      subject === 'open' &&
      second === undefined &&
      observation.controls.some(
        ({ ref, covered }) => ref === only && !(covered && isPageCovered(observation)),
      ),
  ) ||
  observation.controls.some((control) => control.current && isAt(control, 'api'));

/** "Create a key" says of what, where "Create" does not. */
const SAYS_WHAT = /token|key|schlüssel|chiav|jeton|clé/;

/** What opens the wizard here: by pointing, by a name that says it, by a bare one beside the list. */
const openers = (observation: Observation, inCockpit: boolean): readonly Control[] => {
  const { controls } = observation;
  const named = controls.filter((control) => isAt(control, 'open'));
  const saying = named.filter(({ name }) => SAYS_WHAT.test(bare(name)));
  const atTokens = isAtTokens(observation);
  if (saying.length > 0) return atTokens || inCockpit ? saying : [];
  const here = ({ group }: Control): boolean => atTokens || isCalled(group, 'api');
  const plain = named.filter(here);
  if (plain.length > 0) return plain;
  return controls.filter(
    (control) => leads(control) && control.name === '' && control.icon === 'add' && here(control),
  );
};

const candidates = (
  observation: Observation,
  point: WayPoint,
  inCockpit: boolean,
): readonly Control[] => {
  const { controls, pointed } = observation;
  const refs = pointed.find(({ subject }) => subject === point)?.refs;
  if (refs) {
    return controls.filter(
      (control) => refs.includes(control.ref) && leads(control) && !contradicts(control, point),
    );
  }
  if (point === 'open') return openers(observation, inCockpit);
  if (!inCockpit) return [];
  const named = controls.filter((control) => isAt(control, point));
  if (named.length > 0 || point !== 'menu') return named;
  return controls.filter((control) => leads(control) && opensMenu(control));
};

/** Whether the page shows what opens the wizard, free to be pressed: where its list of tokens is. */
export const showsOpener = (observation: Observation): boolean => {
  const [opener, second] = candidates(observation, 'open', true);
  return opener !== undefined && !second && !opener.covered;
};

/** Whether something lies over what opens the wizard, and so perhaps over the list beside it. */
export const isOpenerCovered = (observation: Observation): boolean => {
  const all = candidates(observation, 'open', true);
  return all.length > 0 && all.every(({ covered }) => covered);
};

/**
 * The next control on the way to the wizard: the farthest that the page shows and that was not gone
 * through yet. On a page that is no cockpit there is none.
 * @param went what was pressed so far
 * @returns the control; undefined where none is to be seen now; a refusal where two are
 */
export const findWay = (
  observation: Observation,
  went: readonly Subject[],
): Result<{ readonly point: WayPoint; readonly control: Control }, Refusal> | undefined => {
  // Whoever is under way began in one.
  const inCockpit = went.length > 0 || isCockpit(observation);
  for (const point of WAY) {
    if (went.includes(point)) return undefined;
    const [control, second] = candidates(observation, point, inCockpit);
    if (!control) continue;
    // Already there, and what lies beyond has not come yet.
    if (point !== 'open' && control.current && !second) return undefined;
    if (second) return err(refusal('ambiguous', point, control.name));
    if (point === 'menu' && control.expanded === true) return undefined;
    // Who shows a button knows what it does; any other in a form may send what is typed there.
    const shown = observation.pointed.some(({ subject }) => subject === point);
    if (!shown && inForm(control, observation.controls)) {
      return err(refusal('no_wizard', point, control.name));
    }
    // A label is known without the note behind it.
    if (point === 'open' && contradicts(control, point)) {
      return err(refusal('other_tokens', point, control.name));
    }
    if (control.covered) return err(refusal('covered', point, control.name));
    return ok({ point, control });
  }
  return undefined;
};
