import { parseArgs } from 'node:util';
import { ALL_TENANTS } from '../../../shared/all-tenants.ts';
import {
  type CalendarDate,
  isTimeZone,
  parseCalendarDate,
  todayIn,
} from '../../../shared/calendar.ts';
import { expiryError, MAX_YEARS_AHEAD } from '../../../shared/expiry.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import type { Asker, PersonKind } from '../../../shared/policy/asker.ts';
import type { Ask } from '../../../shared/policy/decide.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { namedId, splitId, splitName } from '../../../shared/policy/platform-names.ts';
import { nameForm, nameForms, type PolicyTenant } from '../../../shared/policy/tenant-names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isUuid } from '../../../shared/uuid.ts';
import { permissionsOf } from '../../arguments/permissions-of.ts';

const KINDS: readonly PersonKind[] = ['member', 'guest', 'bot', 'outsider', 'gone'];

const OPTIONS = {
  user: { type: 'string' },
  kind: { type: 'string', default: 'member' },
  groups: { type: 'string', default: '' },
  channel: { type: 'string' },
  tenant: { type: 'string' },
  permissions: { type: 'string' },
  expires: { type: 'string', default: 'never' },
  zone: { type: 'string', default: 'UTC' },
  'by-people': { type: 'boolean', default: false },
} as const;

/** What is to be explained. */
export interface Question {
  readonly asker: Asker;
  readonly ask: Ask;
}

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const tenantNamed = (text: string): PolicyTenant => {
  if (text.toLowerCase() === ALL_TENANTS) return { id: ALL_TENANTS, name: '' };
  if (isUuid(text)) return { id: text, name: '' };
  const byId = splitId(text);
  if (byId.platform !== null) return { id: namedId(byId.platform, byId.own), name: '' };
  const { platform, own } = splitName(text);
  return { id: platform === null ? '' : namedId(platform, own), name: text };
};

/** The policy's own list of tenants whose tokens people make knows a tenant by name and by id. */
const listed = (policy: Policy, tenant: PolicyTenant) => {
  const forms = nameForms(tenant);
  return policy.tenants?.find(({ id = '', name }) =>
    [id, name].some((each) => each !== '' && forms.includes(nameForm(each))),
  );
};

/** Why no form takes a day, whatever the policy says. */
const FAULTS = {
  in_the_past: 'is over',
  too_far: `is more than ${MAX_YEARS_AHEAD} years away`,
} as const;

const lastDay = (text: string): CalendarDate | null | undefined =>
  text === 'never' ? null : parseCalendarDate(text);

/**
 * Reads what is to be explained.
 * @param args as they were typed, without the file
 * @param now milliseconds since the epoch
 * @returns the question, or what is missing or not understood
 */
export const readQuestion = (
  args: readonly string[],
  policy: Policy,
  now: number,
): Result<Question, string> => {
  let values;
  try {
    ({ values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }));
  } catch (error) {
    return err(error instanceof Error ? error.message : 'The options are not understood.');
  }
  const { user, channel, tenant, zone } = values;
  if (user === undefined) return err('Say who asks: --user U012AB3CD.');
  if (tenant === undefined) return err('Say for which tenant: --tenant "Nord Hafen", or all.');
  const kind = KINDS.find((each) => each === values.kind);
  if (!kind) return err(`--kind is one of ${KINDS.join(', ')}.`);
  const permissions = permissionsOf(values.permissions ?? '');
  if (!permissions) {
    return err(`Say which permissions, with commas: --permissions ${PERMISSIONS.join(',')}.`);
  }
  const expiresOn = lastDay(values.expires);
  if (expiresOn === undefined) return err('--expires is a date such as 2027-01-31, or never.');
  if (!isTimeZone(zone)) return err('--zone is the tenant’s time zone, such as Europe/Berlin.');
  const named = tenantNamed(tenant);
  const known = listed(policy, named);
  const today = todayIn(known?.timeZone ?? zone, now);
  const fault = expiryError(expiresOn, today);
  if (fault)
    return err(`--expires ${values.expires}: ${FAULTS[fault]}, by its tenant’s day ${today}.`);
  return ok({
    asker: { id: user, kind, groups: listOf(values.groups), channel: channel ?? null },
    ask: {
      tenant: known ? { id: known.id ?? named.id, name: known.name } : named,
      permissions,
      expiresOn,
      today,
      byPeople: values['by-people'] || known !== undefined,
    },
  });
};
