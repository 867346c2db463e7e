import type { FlowState } from '../../../../shared/flow/state.ts';
import { createDrivenPerson, type DrivenPerson, type Told } from './driven-person.ts';

/** What may happen at any step, to a run in a tab. */
export const MISHAPS = {
  'nothing at all': () => undefined,
  'the background is ended': (person: DrivenPerson) => person.kill(),
  'the tab is closed': (person: DrivenPerson, tab: number) => person.cockpit.close(tab),
  'the page is reloaded': (person: DrivenPerson, tab: number) => person.cockpit.reload(tab),
  'it is reloaded, and the background ended': (person: DrivenPerson, tab: number) => {
    person.cockpit.reload(tab);
    person.kill();
  },
  'the tab goes to another site': (person: DrivenPerson, tab: number) => person.cockpit.leave(tab),
  'the network is cut': (person: DrivenPerson) =>
    person.cockpit.behave({ next: 'not_made', finishes: false }),
  'answers are lost': (person: DrivenPerson) =>
    person.cockpit.behave({ next: 'unseen', finishes: false }),
  'the page is slow': (person: DrivenPerson, _tab: number, at: number) =>
    person.cockpit.behave({ next: at }),
  'the person is signed out': (person: DrivenPerson, tab: number) => person.cockpit.signOut(tab),
  'the page shows a dialog': (person: DrivenPerson, tab: number) => person.cockpit.hang(tab),
  'a second token appears': (person: DrivenPerson, tab: number) => person.cockpit.plant(tab),
  'the person presses Stop': (person: DrivenPerson, tab: number) => person.cockpit.stop(tab),
  'they press Stop, and the background is ended': (person: DrivenPerson, tab: number) => {
    person.cockpit.stop(tab);
    person.kill();
  },
  'a write fails, or a call into the page': () => {
    throw new Error('full');
  },
  'Save does nothing': (person: DrivenPerson) => person.cockpit.behave({ finishes: false }),
  'the person looks at another tab': (person: DrivenPerson) => person.cockpit.show(-1),
} as const;

export type Mishap = keyof typeof MISHAPS;

export interface Story {
  readonly mishap: Mishap;
  /** At which call into the page, or write. */
  readonly at: number;
  readonly when: 'before' | 'after';
  /** What the person does with a token. */
  readonly wants: 'save' | 'cancel';
  /** Whether they look for it in another tab of the cockpit first. */
  readonly strays: boolean;
}

/** What a person does about what they see, as long as there is something to do. */
export const goOn = async (
  person: DrivenPerson,
  tab: number,
  { wants }: Story,
  start: FlowState | undefined,
): Promise<void> => {
  let state = start;
  for (let left = 4; left > 0; left -= 1) {
    if (state?.step === 'token') {
      await person.press(tab, 'copied');
      state = await person.press(tab, wants);
    } else if (state?.step === 'unknown') state = await person.press(tab, 'again');
    else return;
  }
};

/** @returns the person after it all, and the tab that they strayed to */
export const live = async (story: Story): Promise<{ person: DrivenPerson; other: number }> => {
  const person = createDrivenPerson();
  const { cockpit } = person;
  const own = cockpit.open();
  const other = cockpit.open();
  person.at(story.at, story.when, () => MISHAPS[story.mishap](person, own, story.at));
  await person.open(own);
  await goOn(person, own, story, await person.next(own, 'One'));
  cockpit.hang(undefined);
  if (story.strays) await goOn(person, other, story, await person.open(other));
  const back = cockpit.isOpen(own) ? own : other;
  await goOn(person, back, story, await person.open(back));
  return { person, other };
};

const isExplained = (told: readonly Told[], name: string): boolean =>
  told.some(
    (each) =>
      each.said.includes(`“${name}”`) ||
      (each.name === name &&
        ['token', 'saving', 'saved', 'cancelling', 'unconfirmed'].includes(each.step)),
  );

/** What of all that was said, made and kept is not as it must be; nothing, if all is well. */
export const faultsOf = async (person: DrivenPerson): Promise<string[]> => {
  const { told, cockpit } = person;
  const { server, pressedNext } = cockpit;
  const faults: string[] = [];
  const check = (right: boolean, fault: string): void => {
    if (!right) faults.push(fault);
  };
  const names = server.map(({ name }) => name);
  check(new Set(pressedNext).size === pressedNext.length, `Next twice: ${pressedNext.join()}`);
  check(new Set(names).size === names.length, `made twice: ${names.join()}`);
  const inVain = cockpit.stoppedEarly() && pressedNext.includes('One');
  check(!inVain, 'Stop did not hold');
  for (const name of names) check(isExplained(told, name), `${name} is not explained`);
  for (const { step, said, code, name, made, pressed, value } of told) {
    // What is said is so when it is said.
    if (said.includes('No token was made')) check(!made, `none was made? ${name}: ${said}`);
    if (said.includes('Nothing was pressed')) {
      check(pressed.length === 0, `nothing was pressed? ${name}: ${said}`);
    }
    if (step === 'saved') check(made?.state === 'active', `saved? ${name} is ${made?.state}`);
    if (code === 'cancelled')
      check(made?.state === 'discarded', `cancelled? ${name} is ${made?.state}`);
    check(code !== 'forgotten', 'nothing was forgotten');
    if (value !== undefined) check(value === made?.value, `another’s token as ${name}`);
  }
  const [besides, kept] = [await person.besides(), await person.kept()];
  const words = JSON.stringify(told.map(({ said }) => said));
  const shown = kept && 'token' in kept ? kept.token?.reveal() : undefined;
  for (const { name, value } of server) {
    check(!besides.includes(value), `the token of ${name} stands beside the operation`);
    check(!words.includes(value), `the token of ${name} stands in words`);
    check(value === shown || !person.memory.text().includes(value), `${name} is still kept`);
  }
  return faults;
};
