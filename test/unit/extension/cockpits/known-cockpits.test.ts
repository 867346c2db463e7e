import { describe, expect, test } from 'vitest';
import {
  allKnown,
  countOutcome,
  forgetCockpit,
  knownAt,
  rememberCockpit,
} from '../../../../extension/cockpits/known-cockpits.ts';
import { type Description, withShown } from '../../../../shared/cockpit/description.ts';
import { createMemoryArea } from '../memory-area.ts';

const ORIGIN = 'https://cockpit.example';

const at = (origin: string): Description =>
  withShown(origin, null, { controls: { name: [{ by: 'name', kind: 'text', name: 'Handle' }] } });

describe('what is remembered of a site', () => {
  test('is found again for that site alone', async () => {
    const area = createMemoryArea();
    await rememberCockpit(area, at(ORIGIN));
    expect((await knownAt(area, ORIGIN))?.description).toEqual(at(ORIGIN));
    expect(await knownAt(area, 'https://other.example')).toBeUndefined();
    expect(await knownAt(area, `${ORIGIN}:8443`)).toBeUndefined();
  });

  test('is forgotten at the second failure in a row', async () => {
    const area = createMemoryArea();
    await rememberCockpit(area, at(ORIGIN));
    await countOutcome(area, ORIGIN, true);
    expect((await knownAt(area, ORIGIN))?.failures).toBe(1);
    await countOutcome(area, ORIGIN, true);
    expect(area.keys()).toEqual([]);
  });

  test('stays where a success lies between two failures', async () => {
    const area = createMemoryArea();
    await rememberCockpit(area, at(ORIGIN));
    for (const failed of [true, false, true]) await countOutcome(area, ORIGIN, failed);
    expect((await knownAt(area, ORIGIN))?.failures).toBe(1);
  });

  test('begins anew where it was shown again', async () => {
    const area = createMemoryArea();
    await rememberCockpit(area, at(ORIGIN));
    await countOutcome(area, ORIGIN, true);
    await rememberCockpit(area, at(ORIGIN));
    expect((await knownAt(area, ORIGIN))?.failures).toBe(0);
  });

  test('goes when a person forgets it, and no other does', async () => {
    const area = createMemoryArea();
    await rememberCockpit(area, at(ORIGIN));
    await rememberCockpit(area, at('https://other.example'));
    await forgetCockpit(area, ORIGIN);
    expect((await allKnown(area)).map(({ description }) => description.origin)).toEqual([
      'https://other.example',
    ]);
  });

  test.each([
    ['something else', 'a text'],
    ['of another site', { description: at('https://other.example'), failures: 0 }],
    ['with more than belongs there', { description: at(ORIGIN), failures: 0, value: 'x' }],
    [
      'with a selector that is no place',
      {
        description: { ...at(ORIGIN), controls: { name: [{ by: 'css', selector: '*' }] } },
        failures: 0,
      },
    ],
  ])('is dropped where it is %s, and costs no other', async (_, stored) => {
    const area = createMemoryArea({ [`cockpit ${ORIGIN}`]: stored, settings: {} });
    await rememberCockpit(area, at('https://other.example'));
    expect(await knownAt(area, ORIGIN)).toBeUndefined();
    expect(await allKnown(area)).toHaveLength(1);
    expect(area.keys()).toEqual(['settings', 'cockpit https://other.example']);
  });

  test('is bounded in number', async () => {
    const area = createMemoryArea();
    const origins = Array.from({ length: 101 }, (_, index) => `https://c${index}.example`);
    for (const origin of origins) await rememberCockpit(area, at(origin));
    expect(await allKnown(area)).toHaveLength(100);
    expect(await rememberCockpit(area, at('https://c0.example'))).toBe(true);
    expect(await rememberCockpit(area, at('https://c100.example'))).toBe(false);
  });
});
