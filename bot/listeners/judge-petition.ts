import { todayIn } from '../../shared/calendar.ts';
import type { Asker } from '../../shared/policy/asker.ts';
import { decide, decideApproved, mayApprove } from '../../shared/policy/decide.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { HandOver, Tenant } from '../../shared/tenant-api/port.ts';
import { ALL_TENANTS } from '../../shared/token-request.ts';
import type { Petition, VoidReason } from '../flow/petition.ts';
import { asFormTenant } from '../modal/fill-form.ts';
import type { FormTenant } from '../modal/form.ts';
import { type Offer, sessionFor } from '../tenants/tenant-directory.ts';
import { inTime } from '../time/in-time.ts';
import { type Problem, slackIsSilent, tenantOf, whatIsOffered } from './circumstances.ts';
import { FOR_DECIDING, type ListenerPorts } from './ports.ts';
import { approverGroupsIn, groupsNamedIn } from '../../shared/policy/rules-by.ts';

/**
 * What an approver's answer would be worth now. `void`: the petition can no longer be granted, whoever
 * would. `own`: it is theirs, and the policy does not say that they may approve their own.
 */
export type Judged =
  /**
   * `handOver`: how its token is made, where a call does not. `away`: the platform that would make it does not
   * answer, and an approval would be used up by a token that cannot be made.
   */
  | { readonly kind: 'may'; readonly handOver: HandOver | undefined; readonly away: boolean }
  /** Its tenant cannot be looked up: a refusal counts all the same, and nothing else. */
  | { readonly kind: 'may_refuse'; readonly problem: Problem }
  | { readonly kind: 'may_not' }
  | { readonly kind: 'own' }
  | { readonly kind: 'void'; readonly because: VoidReason }
  | { readonly kind: 'problem'; readonly problem: Problem };

const PATIENCE_MS = 10_000;
/** For a platform to say that it is there, in milliseconds. */
const THERE_MS = 3000;

/** Slack's words for an account that is not there any more. */
const NOBODY: readonly string[] = ['user_not_found', 'users_not_found'];

/** Someone as Slack has them now, their groups left unasked; undefined where there is nobody any more. */
const askFor = async (
  ports: ListenerPorts,
  id: string,
  channel: string | null,
): Promise<Result<Asker | undefined, Problem>> => {
  const person = await ports.people(id, FOR_DECIDING.person);
  if (person.ok) return ok({ id, kind: person.value.kind, groups: [], channel });
  return NOBODY.includes(person.error.code)
    ? ok(undefined)
    : slackIsSilent(ports, id, person.error);
};

/** The same person, with those of some groups that they are in. */
const within = async (
  ports: ListenerPorts,
  person: Asker,
  groups: readonly string[],
): Promise<Result<Asker, Problem>> => {
  if (groups.length === 0) return ok(person);
  const inGroups = await ports.groupsOf(person.id, groups, FOR_DECIDING.groups);
  return inGroups.ok
    ? ok({ ...person, groups: inGroups.value })
    : slackIsSilent(ports, person.id, inGroups.error);
};

/**
 * Whether a tenant is the one that was asked for. An id from before there were several platforms does not say
 * whose it is, and another may have one of the same id: the address of its API tells them apart.
 */
const isStillThat = (
  offer: Offer,
  { id, handOver }: Tenant,
  asked: { readonly tenantId: string; readonly apiUrl: string },
): boolean =>
  id === asked.tenantId ||
  handOver !== undefined ||
  sessionFor(offer, id).tenant.apiUrl === asked.apiUrl;

/** The petition's tenant as the platform has it now; undefined where it is not this app's to give. */
const tenantNow = async (
  ports: ListenerPorts,
  { submission: { request, tenantName, apiUrl } }: Petition,
): Promise<Result<FormTenant | undefined, Problem>> => {
  const offer = await whatIsOffered(ports, PATIENCE_MS);
  if (!offer.ok) return offer;
  const { tenantId } = request;
  if (tenantId === ALL_TENANTS) {
    const { canUseAllTenants } = offer.value.session;
    return ok(canUseAllTenants ? asFormTenant(undefined, tenantId, offer.value) : undefined);
  }
  const found = await tenantOf(ports, offer.value, tenantId, tenantName, PATIENCE_MS);
  if (!found.ok) return found;
  if (found.value && !isStillThat(offer.value, found.value, { tenantId, apiUrl }))
    return ok(undefined);
  return ok(found.value && asFormTenant(found.value, tenantId, offer.value));
};

/** Whether the platform of a tenant answers; of the only one it is not asked. */
const isThere = async (
  { tenants, platformIsDown }: ListenerPorts,
  tenantId: string,
): Promise<boolean> =>
  !platformIsDown(tenantId) &&
  (!tenants.isThere || inTime(THERE_MS, tenants.isThere(tenantId), false));

/** What an answer is worth by what is known; whether a platform is there is not looked at. */
const judge = (
  policy: Policy,
  { submission: { request, userId }, approvals }: Petition,
  now: number,
  asker: Asker | undefined,
  approver: Asker,
  tenant: Result<FormTenant | undefined, Problem>,
): Judged => {
  if (!tenant.ok) {
    // The rule that is in force cannot be found without it: those answer who were asked.
    const { error: problem } = tenant;
    const mayRefuse = approvals.some((approval) => mayApprove(approval, approver, userId));
    return { kind: mayRefuse ? 'may_refuse' : 'problem', problem };
  }
  const wish = tenant.value && {
    ...request,
    tenant: tenant.value,
    today: todayIn(tenant.value.timeZone, now),
    byPeople: tenant.value.handOver !== undefined,
  };
  const decision = asker && wish && decide(policy, asker, wish);
  // Where nothing is to be asked any more, those answer who were.
  const asked =
    decision?.kind === 'ask' ? decision.ways.map(({ approval }) => approval) : approvals;
  if (!asked.some((approval) => mayApprove(approval, approver, userId))) {
    return { kind: approver.id === userId ? 'own' : 'may_not' };
  }
  if (!asker || asker.kind === 'gone') return { kind: 'void', because: 'asker' };
  if (!wish) return { kind: 'void', because: 'tenant' };
  if (wish.expiresOn !== null && wish.expiresOn < wish.today) {
    return { kind: 'void', because: 'date' };
  }
  if (decideApproved(policy, asker, wish, approver).kind !== 'allow') {
    return { kind: 'void', because: 'policy' };
  }
  return { kind: 'may', handOver: wish.tenant.handOver, away: false };
};

/**
 * Takes the decision again, from live data: whether both are still there, the rule too, and whether this
 * person's answer is one that is asked for. Whose it is not changes nothing, whatever else has changed.
 */
export const judgePetition = async (
  ports: ListenerPorts,
  petition: Petition,
  approverId: string,
): Promise<Judged> => {
  const { allowances } = ports;
  const people = new Set([approverId, petition.submission.userId]).size;
  if (!allowances.decision(approverId, people)) return { kind: 'problem', problem: 'often' };
  const { submission, approvals } = petition;
  const { request, userId, channelId } = submission;
  const policy = ports.policy();
  const [asker, approver, tenant] = await Promise.all([
    askFor(ports, userId, channelId),
    askFor(ports, approverId, null),
    tenantNow(ports, petition),
  ]);
  if (!asker.ok) return { kind: 'problem', problem: asker.error };
  if (!approver.ok) return { kind: 'problem', problem: approver.error };
  const { value: person } = approver;
  if (!person) return { kind: 'may_not' };
  const judgedAs = (by: Asker | undefined, who: Asker): Judged =>
    judge(policy, petition, ports.now(), by, who, tenant);

  let judged = judgedAs(asker.value, person);
  const theirs = groupsNamedIn(policy);
  const named = [
    ...new Set([...approverGroupsIn(policy), ...approvals.flatMap(({ by }) => by.groups)]),
  ];
  // Groups only add to what someone may. Slack answers few questions about them, and anybody can press.
  const enough = judged.kind === 'may' || judged.kind === 'may_refuse';
  if (!enough && theirs.length + named.length > 0) {
    if (!allowances.groups(approverId)) return { kind: 'problem', problem: 'often' };
    const [wholeAsker, wholeApprover] = await Promise.all([
      asker.value ? within(ports, asker.value, theirs) : asker,
      within(ports, person, named),
    ]);
    if (!wholeAsker.ok) return { kind: 'problem', problem: wholeAsker.error };
    if (!wholeApprover.ok) return { kind: 'problem', problem: wholeApprover.error };
    judged = judgedAs(wholeAsker.value, wholeApprover.value);
  }
  if (judged.kind !== 'may' || judged.handOver !== undefined) return judged;
  return { ...judged, away: !(await isThere(ports, request.tenantId)) };
};
