import { describe, expect, test } from 'vitest';
import { createOpenMarks, dropOldMarks } from '../../../../extension/background/open-marks.ts';
import type { Operations } from '../../../../extension/background/operations.ts';
import { draft, MINUTE, NOW } from '../../shared/examples.ts';
import { createMemoryArea } from '../memory-area.ts';
import { ADA, createBackground, PLACE, TAB } from './background.ts';

const DAY = 24 * 60 * MINUTE;
const NAME = 'CI uploader';
const BEN = { ...ADA, email: 'ben@example.com' };
const FORGOTTEN = { step: 'form', notice: { code: 'forgotten' } };

const withToken = async () => {
  const background = createBackground();
  const operations = background.start();
  await operations.next(ADA, TAB, PLACE, draft({ name: NAME }));
  await background.settled();
  return { background, operations };
};

const resume = (operations: Operations, person = ADA) => operations.resume(person, TAB, PLACE);

describe('what the memory held when an update or a restart emptied it', () => {
  test('is said at the next opening, until it has been seen', async () => {
    const { background } = await withToken();
    await background.wipe();
    const after = background.start();
    expect(await resume(after)).toMatchObject(FORGOTTEN);
    expect(await resume(after)).toMatchObject(FORGOTTEN);
    await after.seen(ADA);
    expect(await after.look(ADA, PLACE)).toMatchObject({ step: 'form', notice: undefined });
    expect(await resume(after)).toMatchObject({ step: 'form', notice: undefined });
    expect(background.disk.keys()).toEqual([]);
  });

  test('is said where the memory is emptied again before anyone has seen it', async () => {
    const { background } = await withToken();
    await background.wipe();
    await resume(background.start());
    await background.wipe();
    expect(await resume(background.start())).toMatchObject(FORGOTTEN);
  });

  test.each(['next', 'save', 'cancel'] as const)('is said of %s under way', async (call) => {
    const { background, operations } = await withToken();
    if (call === 'next') {
      await operations.event(ADA, TAB, 'cancel');
      await background.settled();
    }
    const hold = background.hold(call);
    if (call === 'next') await operations.next(ADA, TAB, PLACE, draft({ name: NAME }));
    else {
      await operations.event(ADA, TAB, 'copied');
      await operations.event(ADA, TAB, call);
    }
    await hold.arrived;
    await background.wipe();
    expect(await resume(background.start())).toMatchObject(FORGOTTEN);
  });

  test('is marked by the page and the time alone', async () => {
    const { background } = await withToken();
    const written = background.disk.text();
    expect(background.disk.keys()).toEqual([`open ${PLACE.origin}`]);
    expect(written).toContain(String(NOW));
    for (const other of [NAME, ADA.email, background.platform.tokens[0]?.secret ?? '']) {
      expect(written).not.toContain(other);
    }
  });

  test.each(['save', 'cancel'] as const)('is nothing once it has ended with %s', async (end) => {
    const { background, operations } = await withToken();
    await operations.event(ADA, TAB, 'copied');
    await operations.event(ADA, TAB, end);
    await background.settled();
    expect(background.disk.keys()).toEqual([]);
    await background.wipe();
    expect(await resume(background.start())).toMatchObject({ step: 'form', notice: undefined });
  });

  test('is nothing while it is still there, for another person too', async () => {
    const { background, operations } = await withToken();
    expect(await resume(operations, BEN)).toMatchObject({ step: 'form', notice: undefined });
    await operations.next(BEN, TAB, PLACE, draft({ name: '' }));
    await operations.seen(BEN);
    expect(background.disk.keys()).toHaveLength(1);
    expect(await resume(background.start())).toMatchObject({ step: 'token' });
  });

  test('is no reason to make no token where the disk takes nothing', async () => {
    const background = createBackground();
    background.disk.set = () => Promise.reject(new Error('full'));
    background.disk.get = () => Promise.reject(new Error('gone'));
    const operations = background.start();
    await operations.next(ADA, TAB, PLACE, draft({ name: NAME }));
    await background.settled();
    expect(await resume(operations)).toMatchObject({ step: 'token' });
  });
});

describe('a mark of an open token', () => {
  const at = (time: number) => createOpenMarks(area, '', () => time);
  let area = createMemoryArea();

  test('is kept for thirty days, whether anyone comes back to the page or not', async () => {
    area = createMemoryArea({ settings: {} });
    const work = createOpenMarks(area, 'firefox-container-2', () => NOW);
    await at(NOW).put('https://a.example');
    await work.put('https://b.example');
    expect(await at(NOW + 30 * DAY - 1).has('https://a.example')).toBe(true);
    expect(await at(NOW + 30 * DAY).has('https://a.example')).toBe(false);
    await dropOldMarks(area, NOW + 30 * DAY - 1);
    expect(area.keys()).toHaveLength(3);
    await dropOldMarks(area, NOW + 30 * DAY);
    expect(area.keys()).toEqual(['settings']);
  });

  test('of a container is found there alone', async () => {
    area = createMemoryArea();
    const work = createOpenMarks(area, 'firefox-container-2', () => NOW);
    await work.put('https://a.example');
    expect(await work.has('https://a.example')).toBe(true);
    expect(await at(NOW).has('https://a.example')).toBe(false);
  });

  test.each([
    ['Firefox’s private windows', 'firefox-private'],
    ['Chromium’s incognito windows', 'chromium-private'],
  ])('is never made for %s', async (_, jar) => {
    area = createMemoryArea();
    const marks = createOpenMarks(area, jar, () => NOW);
    await marks.put('https://a.example');
    expect(area.keys()).toEqual([]);
    await at(NOW).put('https://a.example');
    expect(await marks.has('https://a.example')).toBe(false);
    await marks.drop('https://a.example');
    expect(area.keys()).toHaveLength(1);
  });
});
