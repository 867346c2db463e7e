import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../shared/result.ts';
import type { ApiError } from '../../../../shared/tenant-api/port.ts';
import { MINUTE } from '../../shared/examples.ts';
import { createSmallWorld, GOOD, OWNER, stateAt } from './small-world.ts';

describe('Revoke', () => {
  it('ends the token, says so, and is its owner’s act in the record', async () => {
    const world = createSmallWorld();
    const flows = world.another();
    const id = await world.make({}, flows);
    expect(await flows.revoke(id, OWNER, null)).toBe('revoked');
    expect(world.story(id).slice(GOOD.length)).toEqual([
      'revoke',
      'cancel_answered gone',
      'said revoked',
    ]);
    expect(world.notes.find(({ event }) => event === 'revoke')?.who).toBe('U0001');
    expect(await flows.revoke(id, OWNER, null)).toBe('already_revoked');
    expect(world.calls.at(-1)).toBe(`update D1 1 receipt revoked ${id}`);
  });

  it('leaves no receipt that says "works" where one was sent twice, as its answer was lost', async () => {
    const world = createSmallWorld();
    world.answers.post = [{ kind: 'unknown', code: 'no_answer' }];
    const flows = world.another();
    const id = await world.make({}, flows);
    world.later(MINUTE);
    await flows.sweep();
    expect(world.progress(id).receipt).toEqual({ channel: 'D1', ts: '2' });
    expect(await flows.revoke(id, OWNER, { channel: 'D1', ts: '1' })).toBe('revoked');
    expect(world.calls.slice(-2)).toEqual([`update D1 2 receipt revoked ${id}`, 'remove D1 1']);
    expect(await flows.revoke(id, OWNER, { channel: 'D1', ts: '2' })).toBe('already_revoked');
    expect(world.calls.filter((call) => call.startsWith('remove'))).toHaveLength(1);
  });

  it('is said to be done where only the other receipt could not be looked for', async () => {
    const world = createSmallWorld();
    const { store } = world.ports;
    const id = await world.make();
    const flows = world.another({
      store: {
        ...store,
        find: (flow) =>
          stateAt(world)[0] === 'revoked' ? Promise.reject(new Error('down')) : store.find(flow),
      },
    });
    expect(await flows.revoke(id, OWNER, { channel: 'D1', ts: '1' })).toBe('revoked');
  });

  it('is its owner’s alone', async () => {
    const world = createSmallWorld();
    const flows = world.another();
    const id = await world.make({}, flows);
    expect(await flows.revoke(id, { ...OWNER, userId: 'U2' }, null)).toBe('not_yours');
    expect(await flows.revoke(id, { ...OWNER, teamId: 'T2' }, null)).toBe('not_yours');
    expect(await flows.revoke('no such flow', OWNER, null)).toBe('not_found');
    expect(stateAt(world)).toEqual(['active']);
  });

  it('of what was only claimed knows no token', async () => {
    const world = createSmallWorld();
    const flows = world.another();
    const id = await world.claim({}, flows);
    expect(await flows.revoke(id, OWNER, null)).toBe('not_found');
  });

  it('of a dead token says that there is nothing to revoke', async () => {
    const world = createSmallWorld();
    world.answers.ephemeral = [{ kind: 'unknown', code: 'no_answer' }];
    const flows = world.another();
    expect(await flows.revoke(await world.make({}, flows), OWNER, null)).toBe('dead');
  });

  it.each<[ApiError, string, string]>([
    [{ code: 'timeout' }, 'later', 'revoking'],
    [{ code: 'rate_limited', retryAfterSeconds: 5 }, 'later', 'revoking'],
    // Something in between says so, and nothing of the token.
    [{ code: 'refused', status: 404, foreign: true }, 'later', 'revoking'],
    [{ code: 'redirected' }, 'later', 'revoking'],
    [{ code: 'refused', status: 413 }, 'refused', 'saved'],
    [{ code: 'forbidden' }, 'refused', 'saved'],
    [{ code: 'not_found' }, 'refused', 'saved'],
  ])('that meets %o is %s', async (error, outcome, state) => {
    const world = createSmallWorld();
    const id = await world.make();
    const api = { ...world.ports.api, cancel: async () => err(error) };
    const flows = world.another({ api });
    expect(await flows.revoke(id, OWNER, null)).toBe(outcome);
    expect(world.progress(id).state).toBe(state);
    const { length } = world.notes;
    if (state === 'revoking') {
      expect(await flows.revoke(id, OWNER, null)).toBe('later');
      // The wish is on record; a second press adds nothing to it.
      expect(world.notes).toHaveLength(length);
    }
    world.later(MINUTE);
    await world.another().sweep();
    expect(stateAt(world)).toEqual([state === 'revoking' ? 'revoked' : 'active']);
  });

  it('of a token out of the platform’s sight is at an end, and can be tried again', async () => {
    const world = createSmallWorld();
    const api = {
      ...world.ports.api,
      save: async () => err({ code: 'timeout' } as const),
      cancel: async () => err({ code: 'not_found' } as const),
    };
    const flows = world.another({ api });
    const id = await world.make({}, flows);
    expect(await flows.revoke(id, OWNER, null)).toBe('refused');
    expect(world.progress(id)).toMatchObject({ state: 'revoking', stepAt: null });
    expect(world.story(id).at(-1)).toBe('said not_taken_back');
    expect(await world.another().revoke(id, OWNER, null)).toBe('revoked');
  });

  it('comes after whatever was written in between', async () => {
    const world = createSmallWorld();
    const { store } = world.ports;
    const id = await world.make();
    let finds = 0;
    const busy = {
      ...store,
      find: async (flowId: string) => {
        const flow = await store.find(flowId);
        finds += 1;
        if (flow && finds === 1) {
          const note = { who: 'bot', event: 'said', detail: null };
          const { progress } = flow;
          await store.write(flow, { progress, lease: null, at: world.clock.now(), note });
        }
        return flow;
      },
    };
    expect(await world.another({ store: busy }).revoke(id, OWNER, null)).toBe('revoked');
    expect(finds).toBe(2);
  });

  it('that the store does not take changes nothing, and says so', async () => {
    const world = createSmallWorld();
    const id = await world.make();
    const store = { ...world.ports.store, find: () => Promise.reject(new Error('full')) };
    const broken = world.another({ store });
    expect(await broken.revoke(id, OWNER, null)).toBe('failed');
    expect(world.logged.at(-1)).toMatchObject({ event: 'revoke_failed', flow: id, error: 'Error' });
    expect(await broken.valuesOf(id, OWNER)).toEqual(err('store_down'));
    expect(world.logged.at(-1)).toMatchObject({ event: 'values_failed', flow: id, error: 'Error' });
  });
});

describe('the values of a request', () => {
  it('are for its owner alone', async () => {
    const world = createSmallWorld();
    const flows = world.another();
    const id = await world.make({}, flows);
    const { request, tenantName, anchorTenantId, apiUrl } = world.form();
    expect(await flows.valuesOf(id, OWNER)).toEqual(
      ok({ request, tenantName, anchorTenantId, apiUrl }),
    );
    expect(await flows.valuesOf(id, { ...OWNER, userId: 'U2' })).toEqual(err('not_yours'));
    expect(await flows.valuesOf('no such flow', OWNER)).toEqual(err('not_found'));
  });
});
