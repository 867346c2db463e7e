import { describe, expect, test } from 'vitest';
import { createDescriptions } from '../../../../../extension/background/teach/descriptions.ts';
import { readAnyhow } from '../../../../../extension/channel/storage-area.ts';
import { areaIn, CHROMIUM_PRIVATE_JAR, PRIVATE_JAR } from '../../../../../extension/channel/jar.ts';
import type { Description } from '../../../../../shared/cockpit/description.ts';
import { refusal } from '../../../../../shared/cockpit/refusal.ts';
import { BROKEN_AREA, createMemoryArea } from '../../memory-area.ts';

const ORIGIN = 'https://cockpit.example';
const CONTROLS: Description['controls'] = { name: [{ by: 'name', kind: 'text', name: 'Handle' }] };
const SHOWN = { controls: CONTROLS, lacking: [] };
const MISSING = refusal('missing', 'name');

const inJar = (jar: string) => {
  const disk = createMemoryArea();
  const memory = createMemoryArea();
  const open = (at: string) => createDescriptions(disk, areaIn(memory, at), at);
  return { disk, memory, open, own: open(jar) };
};

describe('what was shown', () => {
  test('is kept on the disk, and found again', async () => {
    const { disk, memory, own } = inJar('');
    await own.remember(ORIGIN, SHOWN, true);
    expect((await own.at(ORIGIN))?.controls).toEqual(CONTROLS);
    expect(disk.keys()).toEqual([`cockpit ${ORIGIN}`]);
    expect(memory.keys()).toEqual([]);
  });

  test.each([
    ['Firefox', PRIVATE_JAR],
    ['Chromium', CHROMIUM_PRIVATE_JAR],
  ])('in a private window of %s never reaches the disk', async (_, jar) => {
    const { disk, open, own } = inJar(jar);
    await own.remember(ORIGIN, SHOWN, true);
    await own.ended(ORIGIN, MISSING);
    expect((await own.at(ORIGIN))?.controls).toEqual(CONTROLS);
    await own.ended(ORIGIN, MISSING);
    expect(await own.at(ORIGIN)).toBeNull();
    expect(disk.keys()).toEqual([]);
    for (const other of ['', 'firefox-container-1']) {
      expect(await open(other).at(ORIGIN)).toBeNull();
    }
  });

  test('everywhere is used in private too, and what goes wrong there changes nothing outside', async () => {
    const { disk, open, own } = inJar('');
    await own.remember(ORIGIN, SHOWN, true);
    const before = disk.text();
    const apart = open(PRIVATE_JAR);
    expect((await apart.at(ORIGIN))?.controls).toEqual(CONTROLS);
    await apart.ended(ORIGIN, MISSING);
    await apart.ended(ORIGIN, MISSING);
    expect(disk.text()).toBe(before);
  });

  test('is as if it were not, where the disk cannot be read, and a run ends well all the same', async () => {
    const unread = createDescriptions(readAnyhow(BROKEN_AREA), createMemoryArea(), '');
    expect(await unread.at(ORIGIN)).toBeNull();
    await unread.ended(ORIGIN, MISSING);
    await expect(unread.remember(ORIGIN, SHOWN, true)).rejects.toThrow('unexpected');
    const full = createMemoryArea();
    await createDescriptions(full, createMemoryArea(), '').remember(ORIGIN, SHOWN, true);
    const unwritten = { ...full, set: BROKEN_AREA.set };
    await createDescriptions(unwritten, createMemoryArea(), '').ended(ORIGIN, MISSING);
  });

  test('in a container stays with it', async () => {
    const { open } = inJar('');
    await open('firefox-container-1').remember(ORIGIN, SHOWN, true);
    expect(await open('').at(ORIGIN)).toBeNull();
    expect((await open('firefox-container-1').at(ORIGIN))?.controls).toEqual(CONTROLS);
  });

  test('one by one is added to what was known; all at once is begun anew', async () => {
    const { own } = inJar('');
    await own.remember(ORIGIN, SHOWN, true);
    const save = [{ by: 'css', selector: '#keep' }] as const;
    await own.remember(ORIGIN, { controls: { save: [...save] }, lacking: [] }, false);
    expect(Object.keys((await own.at(ORIGIN))?.controls ?? {})).toEqual(['name', 'save']);
    await own.remember(ORIGIN, { controls: { save: [...save] }, lacking: [] }, true);
    expect(Object.keys((await own.at(ORIGIN))?.controls ?? {})).toEqual(['save']);
  });

  test('is not blamed for what the page was in the middle of', async () => {
    const { own } = inJar('');
    await own.remember(ORIGIN, SHOWN, true);
    for (let each = 0; each < 3; each += 1) await own.ended(ORIGIN, refusal('unsaved', null));
    expect(await own.at(ORIGIN)).not.toBeNull();
  });
});
