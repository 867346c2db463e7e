import { describe, expect, test } from 'vitest';
import { createSessionStore } from '../../../../extension/background/session-store.ts';
import { waitingRuns } from '../../../../extension/background/wizard/kept-grant.ts';
import { grantRequest } from '../../../../extension/background/wizard/words/grant-words.ts';
import { areaIn } from '../../../../extension/channel/jar.ts';
import { createMemoryArea } from '../memory-area.ts';

const ORIGIN = 'https://alm.example';
const PERSON = { origin: ORIGIN, email: '' };
const REQUEST = grantRequest('en', `${ORIGIN}/*`, 'alm.example', '', 'ordinary');

describe('what a run has written down that waits to be let into a page', () => {
  test('is what an open popup asks, until it is forgotten', async () => {
    const store = createSessionStore(createMemoryArea());
    await store.keepGrant(PERSON, { tabId: 7, origin: ORIGIN, request: REQUEST });
    expect(await store.grant(PERSON)).toEqual(REQUEST);
    expect(await store.grant({ ...PERSON, email: 'ada@example.com' })).toBeNull();
    await store.forgetGrant(PERSON);
    expect(await store.grant(PERSON)).toBeNull();
  });

  test('leads another process to its tab, in its own jar', async () => {
    const memory = createMemoryArea({ 'grant https://nord.example ': 'anything else' });
    const container = createSessionStore(areaIn(memory, 'firefox-container-1'));
    await container.keepGrant(PERSON, { tabId: 7, origin: ORIGIN, request: REQUEST });
    expect(waitingRuns(await memory.get(null))).toEqual([
      { jar: 'firefox-container-1', tabId: 7, origin: ORIGIN },
    ]);
  });
});
