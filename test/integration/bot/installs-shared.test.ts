import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { ENGINES, type TestDatabase } from '../../support/databases.ts';
import { type InstallWorld, startInstallWorld } from '../../support/install-world.ts';

const PEOPLE = ['ada', 'ivo', 'mia'] as const;
/** Less than the two hours before its end in which Bolt exchanges a token: each call needs a new one. */
const SHORT = 7000;

describe.each(['http', 'socket'] as const)('two bots on one PostgreSQL, over %s', (transport) => {
  let database: TestDatabase | undefined;
  let world: InstallWorld | undefined;
  afterEach(async () => {
    await world?.close();
    await database?.close();
  });

  it('serve each workspace that installs the app, though both exchange its token', async () => {
    database = await ENGINES[1].fresh();
    world = await startInstallWorld({
      transport,
      databaseUrl: database.withPassword,
      tokenLifetime: SHORT,
    });
    const { harbour, mountain, logged, make } = world;
    await world.companion();
    for (const { teamId } of [harbour, mountain]) await world.install(teamId);
    for (const person of PEOPLE) {
      const [near, far] = await Promise.all(
        [harbour, mountain].map((slack) => make(slack, person, `Shared by ${person}`)),
      );
      expect(near).not.toBe(far);
    }
    for (const slack of [harbour, mountain]) {
      await eventually(
        () => slack.history().filter(({ words }) => /Shared/.test(words)).length >= 3,
      );
      // Of two that exchange the same, one is too late, and goes on with the token that it has.
      const calls = slack.journal().filter(({ what }) => what !== 'oauth.v2.access');
      expect(calls.filter(({ error }) => /auth|token/.test(error ?? ''))).toEqual([]);
    }
    expect(logged.filter((line) => /installation_un/.test(line))).toEqual([]);
    expect(await harbour.uninstall()).toBe('acknowledged');
    await eventually(() => logged.some((line) => line.includes('"uninstalled"')));
    await make(mountain, 'ivo', 'After the other has gone');
  });
});
