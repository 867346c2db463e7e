import * as z from 'zod/mini';
import {
  type Locator,
  locatorSchema,
  type Pointable,
  SHOWABLE,
  type Showable,
  type ShownForm,
} from '../../../shared/cockpit/description.ts';
import type { Shown, Task } from '../../page/teach/task.ts';
import { itemAt, type StorageArea } from '../../channel/storage-area.ts';
import type { AskTeachPage, TeachReply } from './ask-teach-page.ts';
import type { Descriptions } from './descriptions.ts';
import { taskFor } from './task-for.ts';
import type { TeachWords } from './words/compose-teach-words.ts';

/** What is written down of a teaching; it holds no value of the page's. */
interface Begun {
  readonly subjects: readonly Showable[];
  readonly at: number;
  readonly shown: readonly Shown[];
  /** When it began, or was last gone on with, in ms since the epoch. */
  readonly changedAt: number;
}

const teachingSchema = z.object({
  subjects: z.array(z.enum(SHOWABLE)).check(z.minLength(1), z.maxLength(SHOWABLE.length)),
  at: z.int(),
  shown: z.array(
    z.object({
      subject: z.enum(SHOWABLE),
      locators: z.array(locatorSchema),
      lacking: z.boolean(),
    }),
  ),
  changedAt: z.int(),
});

/** What teaching needs of the outside. */
export interface TeachingPorts {
  /** This jar's part of `storage.session`. */
  readonly memory: StorageArea;
  readonly descriptions: Descriptions;
  readonly ask: (tabId: number, origin: string) => AskTeachPage;
  readonly words: () => Promise<TeachWords>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly rest: (ms: number) => Promise<void>;
}

const keyOf = (origin: string): string => `teach ${origin}`;

/** One short call a second keeps Firefox from ending the background; twice is quick enough for a person. */
const BETWEEN_LOOKS_MS = 400;
/** Once all is shown, Done alone is left: the page may be on its way out right after it. */
const LAST_LOOKS_MS = 80;
/** For how long a page may be away while the next one loads. */
const AWAY_MS = 20_000;
/** Nobody points for so long at one thing. */
const FORGOTTEN_MS = 15 * 60_000;

/** What a teaching comes to; what opens a form is no part of it, and may have been pressed before. */
const shownForm = (shown: readonly Shown[]): Required<ShownForm> => {
  const controls: Partial<Record<Pointable, Locator[]>> = {};
  const lacking: Pointable[] = [];
  const left: Locator[][] = [];
  for (const { subject, locators, lacking: none } of shown) {
    const [first, ...more] = locators;
    if (subject === 'left') left.push(...(first ? [[first, ...more]] : []));
    else if (none && subject !== 'open') lacking.push(subject);
    else if (first) controls[subject] = [first, ...more];
  }
  return { controls, lacking, left };
};

/**
 * A person shows where the parts of a form are, in the page itself, where each press is theirs. The
 * background owns it: the popup is closed by the first click in the page, and a page may give way to
 * the next one in between.
 */
export const createTeaching = ({
  memory,
  descriptions,
  ask: askAt,
  words,
  now,
  rest,
}: TeachingPorts) => {
  /** The tabs that are followed by this process. */
  const followed = new Map<string, symbol>();

  const kept = async (origin: string): Promise<Begun | undefined> =>
    teachingSchema.safeParse(await itemAt(memory, keyOf(origin))).data;

  const keep = (origin: string, teaching: Begun): Promise<void> =>
    memory.set({ [keyOf(origin)]: teaching });

  const taskOf = async (origin: string, teaching: Begun): Promise<Task> =>
    taskFor(await words(), teaching.subjects, teaching, await descriptions.at(origin));

  /**
   * Writes down how far it is; once it has ended, what was shown.
   * @returns how far it is, the same one where nothing has changed; undefined once it has ended
   */
  const note = async (
    origin: string,
    teaching: Begun,
    answer: TeachReply,
  ): Promise<Begun | undefined> => {
    if (answer.kind !== 'progress') return teaching;
    const { at, shown, ended } = answer;
    if (ended !== null) {
      await memory.remove(keyOf(origin));
      const form = shownForm(shown);
      if (ended === 'done' && Object.values(form).some((part) => Object.keys(part).length > 0)) {
        await descriptions.remember(origin, form, teaching.subjects.length > 1);
      }
      return undefined;
    }
    const next = { ...teaching, at, shown };
    if (JSON.stringify(next) === JSON.stringify(teaching)) return teaching;
    const changed = { ...next, changedAt: now() };
    await keep(origin, changed);
    return changed;
  };

  /** Ends what nobody has gone on with for too long. @returns whether it was ended */
  const forgotten = async (
    origin: string,
    { changedAt }: Begun,
    ask: AskTeachPage,
  ): Promise<boolean> => {
    if (now() - changedAt <= FORGOTTEN_MS) return false;
    await ask({ do: 'leave' });
    await memory.remove(keyOf(origin));
    return true;
  };

  const follow = async (tabId: number, origin: string, start: Begun): Promise<void> => {
    const own = Symbol(origin);
    followed.set(origin, own);
    const ask = askAt(tabId, origin);
    let teaching: Begun = start;
    let seen = now();
    while (followed.get(origin) === own) {
      await rest(teaching.at < teaching.subjects.length ? BETWEEN_LOOKS_MS : LAST_LOOKS_MS);
      let answer = await ask({ do: 'taught' });
      // Another document: it goes on there.
      if (answer.kind === 'idle')
        answer = await ask({ do: 'teach', task: await taskOf(origin, teaching) });
      if (answer.kind === 'progress') seen = now();
      const next = await note(origin, teaching, answer);
      if (!next) break;
      teaching = next;
      if (await forgotten(origin, teaching, ask)) break;
      // What is written down stays: the next click on the icon takes it up.
      if (now() - seen > AWAY_MS) break;
    }
    if (followed.get(origin) === own) followed.delete(origin);
  };

  return {
    /**
     * Called when the popup opens: whether something is being shown on this origin. What has ended
     * meanwhile, with nobody to hear of it, is written down first; what was left long ago ends.
     */
    under: async (tabId: number, origin: string): Promise<readonly Showable[] | undefined> => {
      const teaching = await kept(origin);
      if (!teaching) return undefined;
      const ask = askAt(tabId, origin);
      const going = await note(origin, teaching, await ask({ do: 'taught' }));
      return going && !(await forgotten(origin, going, ask)) ? going.subjects : undefined;
    },

    /**
     * Begins, or goes on where it was.
     * @returns false where the page cannot be reached
     */
    start: async (
      tabId: number,
      origin: string,
      subjects: readonly Showable[],
    ): Promise<boolean> => {
      const before = await kept(origin);
      const same = before?.subjects.join(' ') === subjects.join(' ');
      const earlier = before && same ? before : { subjects, at: 0, shown: [] };
      const teaching: Begun = { ...earlier, changedAt: now() };
      const answer = await askAt(
        tabId,
        origin,
      )({ do: 'teach', task: await taskOf(origin, teaching) });
      if (answer.kind !== 'progress') return false;
      await keep(origin, teaching);
      void follow(tabId, origin, teaching).catch(() => {
        // What is written down stays, to be taken up at the next click on the icon.
      });
      return true;
    },
  };
};

export type Teaching = ReturnType<typeof createTeaching>;
