import type { BlockSuggestion, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { indexByName, matcherOf } from '../../../shared/find-by-name.ts';
import { choicesOf, type Choices } from '../../../shared/policy/choices.ts';
import type { Tenant } from '../../../shared/tenant-api/port.ts';
import { ALL_TENANTS } from '../../../shared/token-request.ts';
import { LIMITS } from '../../messages/block-kit.ts';
import { TEXTS } from '../../messages/texts.ts';
import { readMetadata } from '../../modal/metadata.ts';
import { tenantOptions as optionsOf } from '../../modal/tenant-options.ts';
import { hasMore, type World } from '../../tenants/tenant-directory.ts';
import { type Around, HURRY_MS, lookAround } from '../circumstances.ts';
import { FOR_DRAWING, type ListenerDeps } from '../deps.ts';
import { inTime } from '../in-time.ts';

const MAX_NAMED = 10;

/** Together with what else may take its time, less than the three seconds that Slack waits. */
const PATIENCE_MS = 1000;

const unique = (tenants: readonly Tenant[]): readonly Tenant[] => [
  ...new Map(tenants.map((tenant) => [tenant.id, tenant])).values(),
];

const found = async (
  { tenants }: ListenerDeps,
  world: World,
  choices: Choices,
  typed: string,
): Promise<readonly Tenant[]> => {
  const known = indexByName(world.tenants)(typed);
  if (!hasMore(world)) return known;
  // Nothing typed yet: those that the policy names come first, wherever they stand among thousands.
  const wanted = typed.trim() === '' ? choices.namedTenants.slice(0, MAX_NAMED) : [typed];
  const answers = await Promise.all(wanted.map((each) => tenants.search(each)));
  return unique([...answers.flatMap((each) => (each.ok ? each.value : [])), ...known]);
};

const optionsFor = async (
  deps: ListenerDeps,
  { person, circumstances: { policy, asker, world } }: Around,
  typed: string,
): Promise<PlainTextOption[]> => {
  const texts = TEXTS[person.language];
  const { permissions, canUseAllTenants } = world.session;
  const choices = choicesOf(policy, asker, { permissions, allTenants: canUseAllTenants });
  const matching = await found(deps, world, choices, typed);
  const all =
    choices.allTenants && matcherOf(typed)({ id: ALL_TENANTS, name: texts.allTenants })
      ? [{ id: ALL_TENANTS, name: '' }]
      : [];
  const offered = matching
    .filter((each) => choices.allows(each))
    .slice(0, LIMITS.selectOptions - all.length);
  return optionsOf([...offered, ...all], texts);
};

/** The tenants that match what is being typed, out of those that the person may choose. */
export const tenantOptions =
  (deps: ListenerDeps) =>
  async ({ ack, body }: SlackOptionsMiddlewareArgs<'block_suggestion'>): Promise<void> => {
    const { user, value, view }: BlockSuggestion = body;
    const metadata = readMetadata(view?.private_metadata ?? '');
    const around = metadata
      ? await lookAround(deps, user.id, metadata.channel, FOR_DRAWING, HURRY_MS)
      : undefined;
    const options = around?.ok
      ? await inTime(PATIENCE_MS, optionsFor(deps, around.value, value), [])
      : [];
    await ack({ options });
  };
