import { describe, expect, test } from 'vitest';
import { createLearning } from '../../../../extension/background/wizard/learn-by-trial.ts';
import { readAnyhow } from '../../../../extension/channel/storage-area.ts';
import { allLearned, forgetLearned } from '../../../../extension/settings/learned.ts';
import type { Saved, Shown } from '../../../../shared/flow/state.ts';
import { defaultDraft } from '../../../../shared/token-request.ts';
import { place, record, tokenSecret } from '../../shared/examples.ts';
import { BROKEN_AREA, createMemoryArea } from '../memory-area.ts';

const ORIGIN = place().origin;
const API = 'https://api.elsewhere.example';
const filled = {
  place: place(),
  draft: defaultDraft('1', ['read'], { expiry: '30d', permissions: ['read'] }),
  record: record(),
};
const SHOWN: Shown = {
  step: 'token',
  ...filled,
  token: tokenSecret(1),
  copied: true,
  confirming: false,
  saveTried: false,
};
const SAVED: Saved = { step: 'saved', ...filled };

const answered = (status: number | null, withoutToken: number | null = 401, origin = API) => ({
  instead: false,
  own: true,
  origin,
  status,
  withoutToken,
});

const setUp = () => {
  const [disk, memory] = [createMemoryArea(), createMemoryArea()];
  return { disk, memory, learning: createLearning(disk, memory) };
};

describe('whether a token works before Save', () => {
  test('is not known at first, nor after an answer that says nothing', async () => {
    const { learning, disk } = setUp();
    for (const answer of [answered(200, 200), answered(500), answered(null), answered(401)]) {
      await learning.tried(SHOWN, answer);
      expect((await learning.known(ORIGIN)).worksUnsaved).toBeUndefined();
    }
    expect(disk.keys()).toEqual([]);
  });

  test('is seen by one that does', async () => {
    const { learning } = setUp();
    await learning.tried(SHOWN, answered(200));
    expect((await learning.known(ORIGIN)).worksUnsaved).toBe(true);
  });

  test('is not known where the disk does not do its part, and nothing fails for that', async () => {
    const learning = createLearning(readAnyhow(BROKEN_AREA), createMemoryArea());
    await learning.tried(SHOWN, answered(200));
    await learning.saw(ORIGIN, [`${ORIGIN}/api`]);
    await learning.named(ORIGIN, API);
    expect(await learning.known(ORIGIN)).toEqual({});
  });

  test('is seen by one that does only after Save', async () => {
    const { learning } = setUp();
    await learning.tried(SHOWN, answered(401));
    await learning.tried(SAVED, answered(200));
    expect((await learning.known(ORIGIN)).worksUnsaved).toBe(false);
  });

  test.each([
    ['another token', { ...SAVED, record: record({ id: 'another' }) }, answered(200)],
    ['another address', SAVED, answered(200, 401, 'https://api.other.example')],
    ['an address that lets everybody in', SAVED, answered(200, 200)],
  ])('is not seen by %s', async (_what, saved, answer) => {
    const { learning } = setUp();
    await learning.tried(SHOWN, answered(401));
    await learning.tried(saved, answer);
    expect((await learning.known(ORIGIN)).worksUnsaved).toBeUndefined();
  });

  test('is not seen by one that may have been saved already', async () => {
    const { learning } = setUp();
    await learning.tried({ ...SHOWN, saveTried: true }, answered(200));
    expect((await learning.known(ORIGIN)).worksUnsaved).toBeUndefined();
  });
});

describe('where tokens work', () => {
  test('is taken from the page on the cockpit’s own host, and kept', async () => {
    const { learning, disk } = setUp();
    await learning.saw(ORIGIN, [ORIGIN]);
    expect((await learning.known(ORIGIN)).apiUrl).toBe(ORIGIN);
    expect((await allLearned(disk)).map(({ origin }) => origin)).toEqual([ORIGIN]);
  });

  test('is only proposed on another one, until a person has named it', async () => {
    const { learning, disk } = setUp();
    await learning.saw(ORIGIN, [API]);
    expect(await learning.known(ORIGIN)).toEqual({ perhaps: API });
    expect(disk.keys()).toEqual([]);
    await learning.named(ORIGIN, API);
    await learning.saw(ORIGIN, [ORIGIN]);
    expect((await learning.known(ORIGIN)).apiUrl).toBe(API);
  });

  test('is forgotten with the origin, and nothing that could not be so is read', async () => {
    const { learning, disk } = setUp();
    await learning.named(ORIGIN, API);
    await forgetLearned(disk, ORIGIN);
    expect((await learning.known(ORIGIN)).apiUrl).toBeUndefined();
    await disk.set({ [`learned ${ORIGIN}`]: { apiUrl: 'http://evil.example' } });
    expect((await learning.known(ORIGIN)).apiUrl).toBeUndefined();
  });
});

test('what is learned in private, or in a container, is kept in that jar’s memory alone', async () => {
  const memory = createMemoryArea();
  const learning = createLearning(memory, memory);
  await learning.named(ORIGIN, API);
  await learning.tried(SHOWN, answered(200));
  expect(await learning.known(ORIGIN)).toMatchObject({ apiUrl: API, worksUnsaved: true });
  expect(memory.text()).not.toContain('token');
});
