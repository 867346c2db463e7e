import { describe, expect, test } from 'vitest';
import {
  askAcrossDocuments,
  type DocumentGate,
} from '../../../../extension/background/wizard/across-documents.ts';
import type { AskWizardPage } from '../../../../extension/background/wizard/wizard-ports.ts';
import { LOOK_WORDS } from '../../../../shared/cockpit/look-words.ts';
import { page as pageWith } from '../../shared/cockpit/controls.ts';

type Command = Parameters<AskWizardPage>[0];
type Answer = Awaited<ReturnType<AskWizardPage>>;

const look = (pressed = false): Command => ({
  do: 'look',
  description: null,
  words: LOOK_WORDS,
  name: 'Any',
  pressed,
  tokens: { salt: '', before: [], taken: '' },
});

const SEEN = {
  kind: 'seen',
  observation: pageWith([], { origin: 'https://alm.example' }),
} as const satisfies Answer;
const PRESS: Command = {
  do: 'act',
  act: { kind: 'press', ref: 'e1', signature: 'button||Create' },
};
const TYPE: Command = {
  do: 'act',
  act: { kind: 'type', ref: 'e2', signature: 'text||Name', text: 'Any' },
};
const DENIED = { kind: 'not_granted' } as const;

/** A page behind a gate. Time passes only while somebody is waited for. */
const setUp = (known = false) => {
  let clock = 0;
  let granted = false;
  let allowed = false;
  let loads = 0;
  let stopped = false;
  let goneOn = false;
  let whileWaiting: () => void = () => {};
  const told = { requests: 0, open: 0, learned: 0, counting: 0 };
  let page: Answer = SEEN;
  const gate: DocumentGate = {
    allowed: async () => allowed,
    loadsPages: async () => known,
    learn: async () => void (told.learned += 1),
    request: async () => {
      told.requests += 1;
      told.open += 1;
      return {
        stopped: () => stopped,
        goneOn: () => goneOn,
        close: async () => void (told.open -= 1),
      };
    },
    countLoads: () => {
      told.counting += 1;
      const before = loads;
      return { count: () => loads - before, end: () => void (told.counting -= 1) };
    },
    now: () => clock,
    rest: async (ms) => {
      clock += ms;
      whileWaiting();
    },
  };
  const asked: Command['do'][] = [];
  const ask: AskWizardPage = async (command) => {
    asked.push(command.do);
    return granted || allowed ? page : DENIED;
  };
  return {
    ask: askAcrossDocuments(ask, gate),
    plain: askAcrossDocuments(ask, null),
    told,
    asked,
    clock: () => clock,
    grant: () => void (granted = true),
    allow: () => void (allowed = true),
    show: (answer: Answer) => void (page = answer),
    load: () => void (loads += 1),
    stop: () => void (stopped = true),
    pressKey: () => {
      granted = true;
      goneOn = true;
    },
    meanwhile: (happens: () => void) => void (whileWaiting = happens),
  };
};

/** All that is asked of a person, or watched, ends with the wait. */
const expectNothingLeft = ({ told }: ReturnType<typeof setUp>): void =>
  expect([told.open, told.counting]).toEqual([0, 0]);

describe('a run over documents of which each has to be allowed', () => {
  test('asks nobody while the page can be looked at', async () => {
    const page = setUp();
    page.grant();
    expect(await page.ask(look())).toEqual(SEEN);
    expect(page.told).toMatchObject({ requests: 0, learned: 0 });
  });

  test('asks once, waits, goes on with the permission, and remembers that a press loads pages', async () => {
    const page = setUp();
    await page.ask(PRESS);
    page.meanwhile(() => page.clock() > 5_000 && page.allow());
    expect(await page.ask(look())).toEqual(SEEN);
    expect(page.told).toMatchObject({ requests: 1, learned: 1 });
    expectNothingLeft(page);
  });

  test('remembers nothing of a page that was reloaded by hand in between', async () => {
    const page = setUp();
    await page.ask(PRESS);
    await page.ask(TYPE);
    page.meanwhile(page.allow);
    expect(await page.ask(look())).toEqual(SEEN);
    expect(page.told.learned).toBe(0);
  });

  test('goes on with the key as well', async () => {
    const page = setUp();
    page.meanwhile(page.pressKey);
    expect(await page.ask(look(true))).toEqual(SEEN);
    expectNothingLeft(page);
  });

  test('asks before the first step where the cockpit is known to load pages', async () => {
    const page = setUp(true);
    page.grant();
    page.meanwhile(() => {
      expect(page.asked).toEqual([]);
      page.allow();
    });
    expect(await page.ask(look())).toEqual(SEEN);
    expect(page.told).toMatchObject({ requests: 1, learned: 0 });
    expect(await page.ask(look())).toEqual(SEEN);
    expect(page.told.requests).toBe(1);
  });

  test('does not ask before Save, for which the page that shows the token will do', async () => {
    const page = setUp(true);
    page.grant();
    expect(await page.ask(look(true))).toEqual(SEEN);
    expect(page.told.requests).toBe(0);
  });

  test('asks for nothing where the host is kept, and says that the page is another host’s', async () => {
    const page = setUp(true);
    page.allow();
    page.show(DENIED);
    expect(await page.ask(look())).toEqual({ kind: 'other_origin' });
    expect(page.told.requests).toBe(0);
    expectNothingLeft(page);
  });

  test('ends when the person stops it, or nobody answers', async () => {
    const stopped = setUp();
    stopped.meanwhile(stopped.stop);
    expect(await stopped.ask(look())).toEqual({ kind: 'stopped' });
    expectNothingLeft(stopped);
    const alone = setUp();
    expect(await alone.ask(look())).toEqual(DENIED);
    expect(alone.clock()).toBeLessThan(200_000);
    expect(alone.told.learned).toBe(0);
    expectNothingLeft(alone);
  });

  test('takes no page for the answer to what was pressed, once somebody went on by hand', async () => {
    const page = setUp();
    page.meanwhile(() => {
      page.load();
      page.pressKey();
    });
    expect(await page.ask(look(true))).toEqual({ kind: 'stopped' });
    const before = setUp();
    before.meanwhile(() => {
      before.load();
      before.pressKey();
    });
    expect(await before.ask(look(false))).toEqual(SEEN);
  });

  test('says until the next step that somebody went on by hand after the last one', async () => {
    const page = setUp();
    await page.ask(PRESS);
    page.meanwhile(() => {
      page.load();
      page.pressKey();
    });
    page.show({ kind: 'page_gone' });
    expect(await page.ask(look())).toEqual({ kind: 'page_gone' });
    page.show(SEEN);
    expect(await page.ask(look())).toEqual({ ...SEEN, byHand: true });
    await page.ask(TYPE);
    expect(await page.ask(look())).toEqual(SEEN);
  });

  test('says it at once where a click lasts for all documents of an origin', async () => {
    const page = setUp(true);
    expect(await page.plain(look())).toEqual({ kind: 'other_origin' });
    expect(await page.plain({ do: 'unshield' })).toEqual({ kind: 'other_origin' });
    expect(page.told.requests).toBe(0);
  });
});
