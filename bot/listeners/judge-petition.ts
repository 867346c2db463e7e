import { todayIn } from '../../shared/calendar.ts';
import type { Asker } from '../../shared/policy/asker.ts';
import { decide, decideApproved, mayApprove } from '../../shared/policy/decide.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { HandOver, Tenant } from '../../shared/tenant-api/port.ts';
import { ALL_TENANTS } from '../../shared/token-request.ts';
import type { Petition, VoidReason } from '../flow/petition.ts';
import { asFormTenant } from '../modal/fill-form.ts';
import type { FormTenant } from '../modal/form.ts';
import { type Offer, sessionFor } from '../tenants/tenant-directory.ts';
import { inTime } from '../time/in-time.ts';
import { type Problem, tenantOf, whatIsOffered } from './circumstances.ts';
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
  | { readonly kind: 'may_not' }
  | { readonly kind: 'own' }
  | { readonly kind: 'void'; readonly because: VoidReason }
  | { readonly kind: 'problem'; readonly problem: Problem };

const PATIENCE_MS = 10_000;
/** For a platform to say that it is there, in milliseconds. */
const THERE_MS = 3000;

/** Slack's words for an account that is not there any more. */
const NOBODY: readonly string[] = ['user_not_found', 'users_not_found'];

/** Someone as Slack has them now; undefined where there is nobody any more. */
const askFor = async (
  { people, groupsOf, log }: ListenerPorts,
  id: string,
  channel: string | null,
  groups: readonly string[],
): Promise<Result<Asker | undefined, Problem>> => {
  const [person, inGroups] = await Promise.all([
    people(id, FOR_DECIDING.person),
    groups.length === 0 ? ok([]) : groupsOf(id, groups, FOR_DECIDING.groups),
  ]);
  if (!person.ok && NOBODY.includes(person.error.code)) return ok(undefined);
  if (!person.ok || !inGroups.ok) {
    const code = person.ok ? inGroups.ok || inGroups.error.code : person.error.code;
    log.warn('person_unknown', { user: id, code: String(code) });
    return err('slack');
  }
  return ok({ id, kind: person.value.kind, groups: inGroups.value, channel });
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

/**
 * Takes the decision again, from live data: whether both are still there, the rule too, and whether this
 * person's answer is one that is asked for. Whose it is not changes nothing, whatever else has changed.
 */
export const judgePetition = async (
  ports: ListenerPorts,
  petition: Petition,
  approverId: string,
): Promise<Judged> => {
  if (!ports.allowances.decision(approverId)) return { kind: 'problem', problem: 'often' };
  const { submission, approvals } = petition;
  const { request, userId, channelId } = submission;
  const policy = ports.policy();
  const named = [...approverGroupsIn(policy), ...approvals.flatMap(({ by }) => by.groups)];
  const [asker, approver, tenant] = await Promise.all([
    askFor(ports, userId, channelId, groupsNamedIn(policy)),
    askFor(ports, approverId, null, [...new Set(named)]),
    tenantNow(ports, petition),
  ]);
  if (!asker.ok) return { kind: 'problem', problem: asker.error };
  if (!approver.ok) return { kind: 'problem', problem: approver.error };
  if (!tenant.ok) return { kind: 'problem', problem: tenant.error };
  if (!approver.value) return { kind: 'may_not' };

  const wish = tenant.value && {
    ...request,
    tenant: tenant.value,
    today: todayIn(tenant.value.timeZone, ports.now()),
    byPeople: tenant.value.handOver !== undefined,
  };
  const decision = asker.value && wish && decide(policy, asker.value, wish);
  // Where nothing is to be asked any more, those answer who were.
  const asked =
    decision?.kind === 'ask' ? decision.ways.map(({ approval }) => approval) : approvals;
  const { value: person } = approver;
  if (!asked.some((approval) => mayApprove(approval, person, userId))) {
    return { kind: approverId === userId ? 'own' : 'may_not' };
  }
  if (!asker.value || asker.value.kind === 'gone') return { kind: 'void', because: 'asker' };
  if (!wish) return { kind: 'void', because: 'tenant' };
  if (wish.expiresOn !== null && wish.expiresOn < wish.today) {
    return { kind: 'void', because: 'date' };
  }
  if (decideApproved(policy, asker.value, wish, person).kind !== 'allow') {
    return { kind: 'void', because: 'policy' };
  }
  const { handOver } = wish.tenant;
  const away = handOver === undefined && !(await isThere(ports, request.tenantId));
  return { kind: 'may', handOver, away };
};
