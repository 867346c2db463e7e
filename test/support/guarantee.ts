import { z } from 'zod';
import type { FlowStore } from '../../bot/store/flow-store.ts';
import type { TokenFlows } from '../../bot/delivery/token-flows.ts';
import type { StoredFlow } from '../../bot/flow/stored-flow.ts';
import type { Call } from './platform-client.ts';

const MINUTE = 60_000;
const ROUNDS = 60;
const FOREVER = Number.MAX_SAFE_INTEGER;

/** Sweeps, a minute after another, until nothing is due any more, now or ever. */
export const sweepUntilAllRest = async (
  flows: TokenFlows,
  store: FlowStore,
  advance: (ms: number) => void,
): Promise<void> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await flows.sweep();
    if ((await store.due(FOREVER, 1)).length === 0) return;
    advance(MINUTE);
  }
  throw new Error('Something is still due after an hour of sweeping.');
};

const activeSchema = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });

const PAGE_SIZE = 200;

const activeTokens = async (call: Call, key: string) => {
  const found: z.output<typeof activeSchema>['items'] = [];
  for (let page = 1; ; page += 1) {
    const path = `/api/v1/api_tokens?state=active&page_size=${PAGE_SIZE}&page_number=${page}`;
    const { items } = activeSchema.parse((await call('GET', path, { key })).json);
    found.push(...items);
    if (items.length < PAGE_SIZE) return found;
  }
};

/** What became of some requests, as Slack, the platform and the bot's record have it. Ids are the flows'. */
export interface Verdict {
  readonly requests: ReadonlySet<string>;
  /** Slack took the message with the token. */
  readonly accepted: ReadonlySet<string>;
  /** The platform has an active token for it. */
  readonly active: ReadonlySet<string>;
  /** The person was told that it does not work. */
  readonly announced: ReadonlySet<string>;
  /** Its owner revoked it. */
  readonly revoked: ReadonlySet<string>;
  /** What the guarantee forbids; empty where it holds. */
  readonly broken: readonly string[];
}

/** All that people were told, the passing and the lasting, as the plain words say it. */
interface Told {
  readonly accepted: readonly { readonly text: string }[];
  readonly history: () => readonly { readonly text: string }[];
}

const told = (slack: Told): string[] =>
  [...slack.accepted, ...slack.history()].map(({ text }) => text);

const idsOf = (texts: readonly string[], form: RegExp): Set<string> =>
  new Set(texts.flatMap((text) => form.exec(text)?.[1] ?? []));

/**
 * Judges the guarantee. A request's name must be its own.
 * @param world `call` asks the platform with `key`
 */
export const judge = async (
  world: { readonly slack: Told; readonly call: Call; readonly key: string },
  flows: readonly StoredFlow[],
): Promise<Verdict> => {
  const texts = told(world.slack);
  const accepted = idsOf(texts, /^token (\S+)$/);
  const announced = idsOf(texts, /^announcement \S+ (\S+)$/);
  const revoked = new Set(
    flows.filter(({ progress }) => progress.state === 'revoked').map(({ id }) => id),
  );
  const byName = new Map(flows.map((flow) => [flow.submission.request.name, flow.id]));
  const active = new Set<string>();
  const broken: string[] = [];
  for (const { name } of await activeTokens(world.call, world.key)) {
    const id = byName.get(name);
    // The bot's own key is a token too.
    if (id === undefined) continue;
    if (active.has(id)) broken.push(`${id} has two active tokens`);
    active.add(id);
  }
  for (const { id, progress } of flows) {
    const stand = `${id} (${progress.state}, ${progress.reason ?? 'no reason'})`;
    const isAccepted = accepted.has(id);
    if (active.has(id) && !isAccepted) broken.push(`${stand} is active, and nobody has it`);
    if (active.has(id) !== (progress.state === 'saved')) broken.push(`${stand} is misjudged`);
    if (isAccepted && !active.has(id) && !revoked.has(id) && !announced.has(id)) {
      broken.push(`${stand} was delivered, does not work, and nobody said so`);
    }
    if (!isAccepted && !announced.has(id)) broken.push(`${stand} was never answered`);
  }
  // Others were told things too.
  const requests = new Set(flows.map(({ id }) => id));
  const ofThese = (ids: ReadonlySet<string>): Set<string> =>
    new Set([...ids].filter((id) => requests.has(id)));
  return {
    requests,
    accepted: ofThese(accepted),
    active,
    announced: ofThese(announced),
    revoked,
    broken,
  };
};
