import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { createStateStore } from '../../../../bot/installs/state-store.ts';
import { type Secret, secret } from '../../../../shared/secret.ts';
import { createMemoryStore } from './memory-store.ts';

const freshKey = (): Secret => secret(randomBytes(32).toString('base64'));

const SCOPES = ['commands', 'chat:write'];
const OPTIONS = { scopes: SCOPES };
const MINUTE = 60_000;

describe('a state of the installer', () => {
  const key = freshKey();
  let now = 1_790_000_000_000;
  let store: ReturnType<typeof createMemoryStore>;

  beforeEach(() => {
    store = createMemoryStore();
  });

  const by = (...keys: readonly Secret[]) => createStateStore(keys, store, () => now, SCOPES);
  const make = () => by(key).generateStateParam(OPTIONS, new Date());
  const verify = (state: string, states = by(key)): Promise<unknown> =>
    states.verifyStateParam(new Date(), state);

  it('is taken once, whichever process made it, and then no more', async () => {
    const state = await make();
    expect(await verify(state)).toEqual(OPTIONS);
    await expect(verify(state)).rejects.toMatchObject({ code: 'state_used' });
  });

  it('is another one each time, and an address may hold it', async () => {
    const states = await Promise.all(Array.from({ length: 50 }, make));
    expect(new Set(states).size).toBe(50);
    for (const state of states) expect(encodeURIComponent(state)).toBe(state);
  });

  it('is refused after ten minutes, and is not used up by that', async () => {
    const state = await make();
    now += 10 * MINUTE + 1;
    await expect(verify(state)).rejects.toMatchObject({ code: 'state_expired' });
    now -= 2;
    expect(await verify(state)).toEqual(OPTIONS);
  });

  it('is refused where it was signed with another key, and taken where that one was in use', async () => {
    const state = await make();
    const other = freshKey();
    await expect(verify(state, by(other))).rejects.toMatchObject({ code: 'state_forged' });
    expect(await verify(state, by(other, key))).toEqual(OPTIONS);
  });

  it('is refused, and nothing written, once any character of it is another one', async () => {
    const state = await make();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(state.length - 2),
        fc.constantFrom('A', 'b', '0', '-', '.', '='),
        async (at, character) => {
          fc.pre(state[at] !== character);
          const forged = state.slice(0, at) + character + state.slice(at + 1);
          await expect(verify(forged)).rejects.toMatchObject({ code: 'state_forged' });
        },
      ),
    );
    for (const none of ['', '.', 'a.b', state.split('.')[0] ?? '', `${state}x`]) {
      await expect(verify(none)).rejects.toMatchObject({ code: 'state_forged' });
    }
    expect(await verify(state)).toEqual(OPTIONS);
  });
});
