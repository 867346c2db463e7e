import type { BlockSuggestion, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import type { PlainTextOption } from '@slack/types';
import { eachOnce } from '../../../shared/each-once.ts';
import { matcherOf } from '../../../shared/find-by-name.ts';
import type { Choices } from '../../../shared/policy/choices.ts';
import type { Tenant } from '../../../shared/tenant-api/port.ts';
import { ALL_TENANTS } from '../../../shared/token-request.ts';
import { inTime } from '../../time/in-time.ts';
import { LIMITS } from '../../messages/block-kit.ts';
import { TEXTS } from '../../messages/texts.ts';
import { choicesIn } from '../../modal/fill-form.ts';
import { readMetadata } from '../../modal/metadata.ts';
import { tenantOptions as optionsOf } from '../../modal/tenant-options.ts';
import { hasMore, type Offer, type TenantDirectory } from '../../tenants/tenant-directory.ts';
import type { Circumstances } from '../../policy/circumstances.ts';
import { HURRY_MS, lookAround } from '../circumstances.ts';
import { FOR_DRAWING, type ListenerPorts } from '../ports.ts';
import { namedTenants } from '../named-tenants.ts';

/** Together with what else may take its time, less than the three seconds that Slack waits. */
const PATIENCE_MS = 800;

/** Nothing typed yet: those that the policy names come first, all of them, wherever they stand. */
const firstOnes = async (
  tenants: TenantDirectory,
  offer: Offer,
  choices: Choices,
): Promise<readonly Tenant[]> => {
  const known = choices.namedFirst(offer.tenants, LIMITS.selectOptions);
  if (!hasMore(offer)) return known;
  const named = await inTime(PATIENCE_MS, namedTenants(tenants, offer, choices), []);
  return choices.namedFirst(eachOnce([...named, ...known]), LIMITS.selectOptions);
};

const optionsFor = async (
  { tenants }: ListenerPorts,
  circumstances: Circumstances,
  typed: string,
): Promise<PlainTextOption[]> => {
  const texts = TEXTS[circumstances.person.language];
  const { offer } = circumstances;
  const choices = choicesIn(circumstances);
  const matching =
    typed.trim() === ''
      ? await firstOnes(tenants, offer, choices)
      : (await tenants.search(offer, typed, { choices, patience: PATIENCE_MS })).tenants;
  const all =
    choices.allTenants && matcherOf(typed)({ id: ALL_TENANTS, name: texts.allTenants })
      ? [{ id: ALL_TENANTS, name: '' }]
      : [];
  const offered = matching.slice(0, LIMITS.selectOptions - all.length);
  return optionsOf([...offered, ...all], texts);
};

/** The tenants that match what is being typed, out of those that the person may choose. */
export const tenantOptions =
  (ports: ListenerPorts) =>
  async ({ ack, body }: SlackOptionsMiddlewareArgs<'block_suggestion'>): Promise<void> => {
    const { user, value, view }: BlockSuggestion = body;
    const metadata = readMetadata(view?.private_metadata ?? '');
    const around = metadata
      ? await lookAround(ports, user.id, metadata.channel, FOR_DRAWING, HURRY_MS)
      : undefined;
    const options = around?.ok ? await optionsFor(ports, around.value, value) : [];
    await ack({ options });
  };
