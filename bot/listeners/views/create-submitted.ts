import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Language } from '../../../shared/messages/language.ts';
import type { Asker } from '../../../shared/policy/asker.ts';
import type { Decision } from '../../../shared/policy/decide.ts';
import { ok } from '../../../shared/result.ts';
import { clip } from '../../messages/block-kit.ts';
import { TEXTS } from '../../messages/texts.ts';
import { checkFields, namesOne } from '../../modal/check-form.ts';
import { decideWish, refusedIn, rulesNamed } from '../../modal/check-policy.ts';
import { sentModal } from '../../modal/create-modal.ts';
import { blockOf, FIELD_IDS, type SaidError } from '../../modal/fields.ts';
import { type ModalMetadata, readMetadata } from '../../modal/metadata.ts';
import { type Filled, readForm } from '../../modal/view-state.ts';
import { apiUrlOf, sessionFor } from '../../tenants/tenant-directory.ts';
import { inTime } from '../../time/in-time.ts';
import type { Submission } from '../../flow/submission.ts';
import { requestColumns } from '../../store/audit/line.ts';
import {
  HURRY_MS,
  type Problem,
  tenantOf,
  whatIsOffered,
  whoAsks,
  withGroups,
} from '../circumstances.ts';
import { type ListenerPorts, WITHOUT_GROUPS } from '../ports.ts';
import { groupsNamedIn } from '../../../shared/policy/rules-by.ts';

const MAX_ERROR = 300;
const FIND_MS = 800;
/** What is left of Slack's three seconds once both sides were waited for, in milliseconds. */
const REPEATED_MS = 200;

type Outcome =
  | {
      readonly kind: 'errors';
      readonly errors: readonly SaidError[];
      /** Where the policy refuses: what the record says of it. */
      readonly line?: Parameters<ListenerPorts['note']>[0];
    }
  | { readonly kind: 'problem'; readonly problem: Problem | 'store' }
  | { readonly kind: 'claimed'; readonly flowId: string }
  | { readonly kind: 'petitioned'; readonly petitionId: string }
  | { readonly kind: 'waiting'; readonly why: 'double' | 'many' }
  | { readonly kind: 'repeated' };

/** Checks, decides and claims: all that happens before the ack. */
const take = async (
  ports: ListenerPorts,
  body: ViewSubmitAction,
  filled: Filled,
  metadata: ModalMetadata,
): Promise<Outcome> => {
  const { user, view } = body;
  const { channel, language } = metadata;
  const now = ports.now();
  const offer = await whatIsOffered(ports, HURRY_MS);
  if (!offer.ok) return { kind: 'problem', problem: offer.error };
  const { draft, tenantName } = filled;
  const tenant = namesOne(draft)
    ? await tenantOf(ports, offer.value, draft.tenantId, tenantName, FIND_MS)
    : ok(undefined);
  if (!tenant.ok) return { kind: 'problem', problem: tenant.error };
  const checked = checkFields(offer.value, { ...metadata, now }, language, draft, tenant.value);
  // Slack is not asked for what cannot be.
  if (!checked.ok) return { kind: 'errors', errors: checked.error };
  if (!ports.allowances.decision(user.id, 1)) return { kind: 'problem', problem: 'often' };
  const left = now + HURRY_MS + FIND_MS - ports.now();
  const known = await whoAsks(ports, user.id, channel, WITHOUT_GROUPS, Math.min(left, HURRY_MS));
  if (!known.ok) return { kind: 'problem', problem: known.error };
  const { person, asker } = known.value;
  const { request, tenant: chosen } = checked.value;
  const policy = ports.policy();
  const decided = (who: Asker): Decision =>
    decideWish({ policy, asker: who, now }, { ...request, tenant: chosen });
  let decision = decided(asker);
  if (decision.kind !== 'allow') {
    if (groupsNamedIn(policy).length > 0 && !ports.allowances.groups(user.id)) {
      return { kind: 'problem', problem: 'often' };
    }
    const whole = await withGroups(ports, asker, now + HURRY_MS + FIND_MS - ports.now());
    if (!whole.ok) return { kind: 'problem', problem: whole.error };
    decision = decided(whole.value);
  }
  if (decision.kind === 'refuse') {
    const columns = { teamId: ports.teamId, userId: user.id, request, tenantName: chosen.name };
    const line = {
      ...requestColumns(columns),
      who: user.id,
      role: 'asker',
      event: 'denied',
      detail: decision.reasons.map(({ code }) => code).join(' '),
    } as const;
    return { kind: 'errors', errors: refusedIn(language, decision), line };
  }
  const { tenant: home } = sessionFor(offer.value, request.tenantId);
  const submission: Submission = {
    viewId: view.id,
    teamId: ports.teamId,
    userId: user.id,
    userName: person.name,
    channelId: channel,
    responseUrl: metadata.responseUrl,
    responseUrlIssuedAt: metadata.issuedAt,
    language,
    request,
    tenantName: chosen.name,
    timeZone: chosen.timeZone,
    apiUrl: apiUrlOf(offer.value, request.tenantId, chosen),
    anchorTenantId: home.id,
  };
  if (decision.kind === 'ask') {
    const { ways } = decision;
    const approvals = ways.map(({ approval }) => approval);
    const page = chosen.handOver?.page ?? null;
    const rule = rulesNamed(policy, ways);
    const put = await ports.petitions.submit(submission, approvals, rule, page);
    if (put.ok) return { kind: 'petitioned', petitionId: put.value.id };
    if (put.error === 'already') return { kind: 'repeated' };
    return put.error === 'store_down'
      ? { kind: 'problem', problem: 'store' }
      : { kind: 'waiting', why: put.error };
  }
  if (ports.platformIsDown(request.tenantId)) return { kind: 'problem', problem: 'platform' };
  const claimed = await ports.flows.claim(submission);
  if (claimed.ok) return { kind: 'claimed', flowId: claimed.value.flowId };
  return claimed.error === 'already' ? { kind: 'repeated' } : { kind: 'problem', problem: 'store' };
};

/** Where nothing can be said now, a form that was taken before has its answer all the same. */
const unlessRepeated = async (
  { flows, teamId }: ListenerPorts,
  { view }: ViewSubmitAction,
  outcome: Outcome,
): Promise<Outcome> => {
  if (outcome.kind !== 'problem') return outcome;
  const taken = flows.isTaken({ teamId, viewId: view.id });
  return (await inTime(REPEATED_MS, taken, false)) ? { kind: 'repeated' } : outcome;
};

/** The faults by block, as Slack shows them: each key has to be an input of the view. */
const asErrors = (
  errors: readonly SaidError[],
  { draft }: Filled,
  language: Language,
  blocks: ViewSubmitAction['view']['blocks'],
): Record<string, string> => {
  const texts: Record<string, string> = {};
  const add = (block: string, text: string): void => {
    texts[block] = clip(block in texts ? `${texts[block]} ${text}` : text, MAX_ERROR);
  };
  const searched = JSON.stringify(blocks).includes('"external_select"');
  for (const { field, text } of errors) {
    const block = blockOf(field, draft.expiry);
    add(blocks.some(({ block_id: id }) => id === block) ? block : FIELD_IDS.expiry, text);
    // Slack is reported to show no error at a select that searches (bolt-js #1946).
    if (field === 'tenantId' && searched) {
      add(FIELD_IDS.permissions, `${TEXTS[language].fields.tenantId}: ${text}`);
    }
  }
  return texts;
};

/** The form was submitted. */
export const createSubmitted =
  (ports: ListenerPorts) =>
  async ({ ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction>): Promise<void> => {
    const metadata = readMetadata(view.private_metadata);
    const filled = readForm(view.state.values);
    // Where the token goes was settled for the one who opened the modal.
    if (!metadata || !filled || metadata.userId !== body.user.id) {
      ports.log.warn('form_not_understood', { view: view.id, user: body.user.id });
      const { problems } = TEXTS[metadata?.language ?? 'en'];
      await ack({
        response_action: 'errors',
        errors: { [FIELD_IDS.name]: problems.fault.replace('{id}', view.id) },
      });
      return;
    }
    const { language } = metadata;
    const taken = await take(ports, body, filled, metadata);
    const outcome = await unlessRepeated(ports, body, taken);
    switch (outcome.kind) {
      case 'errors': {
        const errors = asErrors(outcome.errors, filled, language, view.blocks);
        const noted = outcome.line && ports.note(outcome.line);
        await ack({ response_action: 'errors', errors });
        await noted;
        return;
      }
      case 'problem': {
        const { problems } = TEXTS[language];
        const text = `${problems[outcome.problem]} ${problems.kept}`;
        await ack({ response_action: 'errors', errors: { [FIELD_IDS.name]: text } });
        return;
      }
      case 'waiting': {
        const text = TEXTS[language].petitions[outcome.why];
        await ack({ response_action: 'errors', errors: { [FIELD_IDS.name]: text } });
        return;
      }
      case 'repeated':
        await ack();
        return;
      case 'petitioned':
        await ack({ response_action: 'update', view: sentModal(language) });
        await ports.petitions.run(outcome.petitionId);
        return;
      case 'claimed':
        await ack();
        await ports.flows.run(outcome.flowId);
    }
  };
