import { describe, expect, test } from 'vitest';
import type { TeachReply } from '../../../../../extension/background/teach/ask-teach-page.ts';
import { en } from '../../../../../extension/background/teach/words/en.ts';
import { createDescriptions } from '../../../../../extension/background/teach/descriptions.ts';
import { createTeaching } from '../../../../../extension/background/teach/teaching.ts';
import { composeTeachWords } from '../../../../../extension/background/teach/words/compose-teach-words.ts';
import type { Shown, Task } from '../../../../../extension/page/teach/task.ts';
import type { TeachCommand } from '../../../../../extension/page/teach/teach-page.ts';
import { TAUGHT } from '../../../../../shared/cockpit/taught.ts';
import { MINUTE } from '../../../shared/examples.ts';
import { createMemoryArea } from '../../memory-area.ts';

const ORIGIN = 'https://cockpit.example';
const TAB = 7;
const shownOf = (subject: Shown['subject']): Shown => ({
  subject,
  locators: [{ by: 'css', selector: `#${subject}` }],
  lacking: false,
});

/** A page in which a person points; each look of the background is a turn of the test's. */
const setUp = () => {
  const disk = createMemoryArea();
  const memory = createMemoryArea();
  const descriptions = createDescriptions(disk, memory, '');
  const tasks: Task[] = [];
  const commands: TeachCommand[] = [];
  let page: TeachReply = { kind: 'idle' };
  let clock = 0;
  let looks: (() => void)[] = [];
  const waits: number[] = [];
  const start = () =>
    createTeaching({
      memory,
      descriptions,
      ask: () => async (command: TeachCommand) => {
        commands.push(command);
        if (command.do === 'teach') {
          tasks.push(command.task);
          if (page.kind === 'idle') {
            const { at, shown } = command.task;
            page = { kind: 'progress', at, shown: [...shown], ended: null };
          }
        }
        return page;
      },
      words: async () => composeTeachWords('en'),
      now: () => clock,
      rest: (ms) =>
        new Promise((resolve) => {
          waits.push(ms);
          looks.push(() => {
            clock += ms;
            resolve();
          });
        }),
    });
  const turn = async (): Promise<void> => {
    for (let each = 0; each < 30; each += 1) await Promise.resolve();
  };
  return {
    disk,
    memory,
    descriptions,
    tasks,
    commands,
    waits,
    start,
    page: (is: TeachReply): void => {
      page = is;
    },
    wait: (ms: number): void => {
      clock += ms;
    },
    look: async (): Promise<void> => {
      const due = looks;
      looks = [];
      for (const each of due) each();
      await turn();
    },
  };
};

const progress = (
  at: number,
  shown: Shown[],
  ended: 'done' | 'left' | null = null,
): TeachReply => ({
  kind: 'progress',
  at,
  shown,
  ended,
});

describe('showing where things are', () => {
  test('is remembered when the person says that it is done', async () => {
    const { start, page, look, descriptions, memory, tasks } = setUp();
    expect(await start().start(TAB, ORIGIN, TAUGHT)).toBe(true);
    expect(tasks[0]?.wanted.map(({ skip }) => skip === '')).toEqual(
      TAUGHT.map((subject) => subject === 'name' || subject === 'next'),
    );
    // Chromium leaves a null out on the way to a page.
    expect(JSON.stringify(tasks)).not.toContain('null');
    page(progress(2, [shownOf('name')]));
    await look();
    expect(await descriptions.at(ORIGIN)).toBeNull();
    page(progress(10, [shownOf('name'), shownOf('next')], 'done'));
    await look();
    const known = await descriptions.at(ORIGIN);
    expect(Object.keys(known?.controls ?? {})).toEqual(['name', 'next']);
    expect(memory.keys()).toEqual([]);
  });

  test('remembers what the form does not have, but not that it was open already', async () => {
    const { start, page, look, descriptions } = setUp();
    const none = (subject: Shown['subject']) => ({ subject, locators: [], lacking: true });
    await start().start(TAB, ORIGIN, TAUGHT);
    page(progress(10, [none('open'), shownOf('name'), none('tenant')], 'done'));
    await look();
    expect(await descriptions.at(ORIGIN)).toMatchObject({ without: ['tenant'] });
  });

  test('offers that there is no Save, where that alone is asked for', async () => {
    const { start, tasks } = setUp();
    await start().start(TAB, ORIGIN, ['save']);
    await start().start(TAB, ORIGIN, ['read']);
    expect(tasks.map(({ wanted: [only] }) => only?.skip)).toEqual([en.skipSave, '']);
  });

  test('is remembered of nothing when the person leaves', async () => {
    const { start, page, look, disk, memory } = setUp();
    await start().start(TAB, ORIGIN, TAUGHT);
    page(progress(2, [shownOf('name')], 'left'));
    await look();
    expect([...disk.keys(), ...memory.keys()]).toEqual([]);
  });

  test('is looked at more often once all is shown, since the page may be left right after Done', async () => {
    const { start, page, look, waits } = setUp();
    await start().start(TAB, ORIGIN, ['read']);
    page(progress(1, [shownOf('read')]));
    await look();
    expect(waits).toEqual([400, 80]);
  });

  test('goes on in the next document where it was', async () => {
    const { start, page, look, tasks } = setUp();
    await start().start(TAB, ORIGIN, TAUGHT);
    page(progress(1, [shownOf('open')]));
    await look();
    page({ kind: 'page_gone' });
    await look();
    page({ kind: 'idle' });
    await look();
    expect(tasks.at(-1)).toMatchObject({ at: 1, shown: [shownOf('open')] });
  });

  test('is taken up by the next click where the background ended, and known under way until then', async () => {
    const { start, page, look, tasks } = setUp();
    await start().start(TAB, ORIGIN, TAUGHT);
    page(progress(4, [shownOf('name')]));
    await look();
    page({ kind: 'idle' });
    const next = start();
    expect(await next.under(TAB, ORIGIN)).toEqual(TAUGHT);
    expect(await next.under(TAB, 'https://other.example')).toBeUndefined();
    await next.start(TAB, ORIGIN, TAUGHT);
    expect(tasks.at(-1)).toMatchObject({ at: 4, shown: [shownOf('name')] });
  });

  describe('that nobody goes on with', () => {
    const setUpLeft = async () => {
      const world = setUp();
      const teaching = world.start();
      await teaching.start(TAB, ORIGIN, TAUGHT);
      world.page(progress(4, [shownOf('name')]));
      await world.look();
      world.page({ kind: 'page_gone' });
      // The process stops following a page that stays away.
      for (let each = 0; each < 60; each += 1) await world.look();
      return { ...world, teaching };
    };

    test('is known under way for a quarter of an hour after its tab was closed, and then no more', async () => {
      const { teaching, wait, memory } = await setUpLeft();
      wait(14 * MINUTE);
      expect(await teaching.under(TAB, ORIGIN)).toEqual(TAUGHT);
      wait(MINUTE);
      expect(await teaching.under(TAB, ORIGIN)).toBeUndefined();
      expect(memory.keys()).toEqual([]);
    });

    test('ends in a page that shows it still', async () => {
      const { teaching, wait, page, commands } = await setUpLeft();
      page(progress(4, [shownOf('name')]));
      wait(15 * MINUTE);
      expect(await teaching.under(TAB, ORIGIN)).toBeUndefined();
      expect(commands.at(-1)).toEqual({ do: 'leave' });
    });

    test('is known for as long again where it was gone on with', async () => {
      const { teaching, wait, page } = await setUpLeft();
      wait(14 * MINUTE);
      page({ kind: 'idle' });
      await teaching.start(TAB, ORIGIN, TAUGHT);
      wait(14 * MINUTE);
      expect(await teaching.under(TAB, ORIGIN)).toEqual(TAUGHT);
    });
  });

  test('that ended with nobody to hear of it is remembered at the next opening', async () => {
    const { start, page, descriptions } = setUp();
    await start().start(TAB, ORIGIN, ['save']);
    page(progress(1, [shownOf('save')], 'done'));
    expect(await start().under(TAB, ORIGIN)).toBeUndefined();
    expect(Object.keys((await descriptions.at(ORIGIN))?.controls ?? {})).toEqual(['save']);
  });

  test('does not begin where the page cannot be reached', async () => {
    const { start, page, memory } = setUp();
    page({ kind: 'page_gone' });
    expect(await start().start(TAB, ORIGIN, TAUGHT)).toBe(false);
    expect(memory.keys()).toEqual([]);
  });
});
