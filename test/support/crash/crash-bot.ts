import { LogLevel } from '@slack/web-api';
import { systemClock, type Clock } from '../../../bot/time/clock.ts';
import { createTokenFlows, type TokenFlows } from '../../../bot/delivery/token-flows.ts';
import { createTurns } from '../../../bot/time/turns.ts';
import { createPetitions, type Petitions } from '../../../bot/petitions/petitions.ts';
import { createSlackClient } from '../../../bot/slack/client.ts';
import { createSlackRoutes, type SlackRoutes } from '../../../bot/slack/routes.ts';
import { openStore, type Store } from '../../../bot/store/open-store.ts';
import { nodeTransport } from '../../../bot/tenant-api/node-transport.ts';
import { approvalBy } from '../approval-by.ts';
import { secret } from '../../../shared/secret.ts';
import { createTenantApi } from '../../../shared/tenant-api/client.ts';
import type { TenantApi } from '../../../shared/tenant-api/port.ts';
import type { Dying } from '../dying.ts';
import { sweepUntilAllRest } from '../guarantee.ts';
import { inOneWorkspace, quietPorts } from '../petition-ports.ts';
import { PLAIN_WORDS, saying } from '../plain-words.ts';
import type { Step } from './points.ts';
import type { PetitionTask, Surroundings } from './task.ts';

const MINUTE = 60_000;
const LEASE_MS = MINUTE;

/** How what the bot does is gone about: to its end, or up to a point. */
type Life = Pick<Dying<Step>, 'around' | 'alive'>;
type Around = Life['around'];

const LIVING: Life = { around: async (_, work) => work(), alive: async (work) => work() };

const isCall = (member: unknown): member is (...args: unknown[]) => Promise<unknown> =>
  typeof member === 'function';

/** Of the dead, none of these begins any more or comes back. */
const whileAlive = <T extends object>(methods: T, alive: Life['alive']): T =>
  Object.fromEntries(
    Object.entries(methods).map(([name, member]: [string, unknown]) => [
      name,
      isCall(member) ? (...args: unknown[]) => alive(() => member(...args)) : member,
    ]),
  ) as T;

/** Each connection is a process of PostgreSQL's; a bot whose writes come together needs few. */
const CONNECTIONS = 3;

/** A bot as far as the crash suites need one. */
export interface CrashBot {
  readonly flows: TokenFlows;
  readonly petitions: Petitions;
  readonly store: Store;
  readonly submit: (wanted: PetitionTask) => ReturnType<Petitions['submit']>;
  /**
   * What people do about a petition: the approver approves it where it still waits, and hands in its token
   * where that is still to be made.
   * @param ack called when Slack is answered that it was taken
   * @returns whether it is on record now that the token was brought
   */
  readonly goOn: (petitionId: string, wanted: PetitionTask, ack?: () => void) => Promise<boolean>;
  /** Takes up what another has left, until nothing is left that is due of itself. */
  readonly recover: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const routesWith = (routes: SlackRoutes, kind: 'call' | 'petition call', around: Around) => ({
  ...routes,
  ephemeral: (...args: Parameters<SlackRoutes['ephemeral']>) =>
    around(`${kind} ephemeral`, () => routes.ephemeral(...args)),
  post: (...args: Parameters<SlackRoutes['post']>) =>
    around(`${kind} post`, () => routes.post(...args)),
  update: (...args: Parameters<SlackRoutes['update']>) =>
    around(`${kind} update`, () => routes.update(...args)),
});

const apiWith = (api: TenantApi, around: Around): TenantApi => ({
  ...api,
  next: (...args) => around('call next', () => api.next(...args)),
  save: (...args) => around('call save', () => api.save(...args)),
  cancel: (...args) => around('call cancel', () => api.cancel(...args)),
});

const storeWith = ({ flows, petitions, copies, ...rest }: Store, around: Around): Store => ({
  ...rest,
  flows: {
    ...flows,
    claim: (...args) => around('write claimed', () => flows.claim(...args)),
    write: (seen, change) =>
      around(`write ${change.note.event}` as Step, () => flows.write(seen, change)),
  },
  petitions: {
    ...petitions,
    submit: (...args) => around('petition write submitted', () => petitions.submit(...args)),
    write: (seen, next, change) =>
      around(`petition write ${change.note.event}` as Step, () =>
        petitions.write(seen, next, change),
      ),
  },
  copies: {
    ...copies,
    take: (...args) => around('copy take', () => copies.take(...args)),
    drawn: (...args) => around('copy drawn', () => copies.drawn(...args)),
  },
});

const COCKPIT = 'https://cockpit.example.com';

const goOnWith =
  ({ find, answer, run, handOver }: Petitions, around: Around): CrashBot['goOn'] =>
  async (id, { approver, token: typed }, ack) => {
    const waiting = await find(id);
    if (waiting?.state === 'waiting') {
      const page = typed === null ? null : COCKPIT;
      await answer(waiting, { kind: 'approved', by: approver, page }, approver);
      await run(id);
    }
    const making = await find(id);
    if (typed === null || making?.state !== 'making') return false;
    const token = secret(typed);
    const handed = await handOver.handIn(making, approver, handOver.fingerprint(token));
    // It was handed in before: then its maker was told to cancel it.
    if (handed.kind === 'used') return false;
    if (handed.kind !== 'taken') throw new Error(`It was not taken: ${handed.kind}.`);
    await around('token ack', async () => ack?.());
    const brought = await handOver.bring(handed.petition, token);
    return brought !== undefined;
  };

const silent = (): void => undefined;
const LOG = { debug: silent, info: silent, warn: silent, error: silent };

/**
 * Opens the database, and all that works on it.
 * @param now milliseconds since the epoch
 * @param life one that does not end unless said
 */
export const openCrashBot = async (
  at: Surroundings,
  now: () => number,
  { around, alive }: Life = LIVING,
): Promise<CrashBot> => {
  let passed = 0;
  const clock: Clock = {
    now: () => now() + passed,
    sleep: async (ms) => {
      passed += ms;
    },
  };
  const client = createSlackClient({
    botToken: secret(at.botToken),
    slackApiUrl: at.slackApiUrl,
    logger: {
      ...LOG,
      setLevel: silent,
      getLevel: () => LogLevel.ERROR,
      setName: silent,
    },
  });
  const opened = await openStore(at.databaseUrl, undefined, CONNECTIONS);
  const stepwise = storeWith(opened, around);
  const store: Store = {
    ...stepwise,
    flows: whileAlive(stepwise.flows, alive),
    petitions: whileAlive(stepwise.petitions, alive),
    copies: whileAlive(stepwise.copies, alive),
  };
  const routes = whileAlive(createSlackRoutes(client, clock), alive);
  const slack = {
    ...routesWith(routes, 'call', around),
    openDm: (...args: Parameters<SlackRoutes['openDm']>) =>
      around('call openDm', () => routes.openDm(...args)),
    respond: (...args: Parameters<SlackRoutes['respond']>) =>
      around('call respond', () => routes.respond(...args)),
  };
  const reached = createTenantApi(nodeTransport(at.platformOrigin, secret(at.apiKey)));
  const api = apiWith(whileAlive(reached, alive), around);
  const flows = createTokenFlows({
    turns: createTurns(systemClock),
    store: store.flows,
    api,
    pressing: api,
    slackOf: () => slack,
    words: PLAIN_WORDS,
    clock,
    log: LOG,
    leaseMs: LEASE_MS,
  });
  const petitions = createPetitions(
    inOneWorkspace({
      ...quietPorts(clock.now),
      store: store.petitions,
      copies: store.copies,
      slack: routesWith(routes, 'petition call', around),
      words: (kind, { petition }) => saying(`${kind} ${petition.state} ${petition.id}`),
      tokenMessage: ({ id }, token) => saying(`token ${id}`, token.reveal()),
      clock,
      leaseMs: LEASE_MS,
      flows,
    }),
  );
  return {
    flows,
    petitions,
    store,
    submit: (wanted) =>
      petitions.submit(
        wanted.submission,
        [approvalBy(wanted.approver)],
        'rules[0]',
        wanted.token === null ? null : COCKPIT,
      ),
    goOn: goOnWith(petitions, around),
    recover: async () => {
      await sweepUntilAllRest(flows, store.flows, (ms) => {
        passed += ms;
      });
      // A round more than what follows of one: of a mishap a message, of a message its state.
      for (let round = 0; round < 3; round += 1) {
        await petitions.sweep();
        passed += 2 * MINUTE;
      }
    },
    close: () => opened.flows.close(),
  };
};
