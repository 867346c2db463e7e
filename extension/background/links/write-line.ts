import { ALL_TENANTS } from '../../../shared/all-tenants.ts';
import { todayIn } from '../../../shared/calendar.ts';
import { expiryDate } from '../../../shared/expiry.ts';
import { choosable, tenantOf } from '../../../shared/flow/place.ts';
import type { Place } from '../../../shared/flow/state.ts';
import { contextOf } from '../../../shared/flow/transition.ts';
import { isSameName } from '../../../shared/find-by-name.ts';
import { TEXT_FIELD_NAMES } from '../../../shared/request-fields.ts';
import { writeRequestFragment } from '../../../shared/request-link.ts';
import type { LineKind } from '../../channel/request.ts';
import { type Draft, validateDraft } from '../../../shared/token-request.ts';

/** Of these, Slack's command takes each for a quote, and what it opens it closes. */
const QUOTES = [
  ['"', '"'],
  ['«', '»'],
  ["'", "'"],
  ['`', '`'],
  ['´', '´'],
] as const;

const inQuotes = (text: string): string | undefined => {
  // A command is one line.
  const line = text.trim().replace(/\s+/g, ' ');
  const [open, close] = QUOTES.find((pair) => pair.every((quote) => !line.includes(quote))) ?? [];
  return open === undefined ? undefined : open + line + close;
};

/** How a tenant is called to a bot: by its name, or by its id where the name is not its alone. */
const tenantInCommand = (place: Place, tenantId: string): string => {
  if (tenantId === ALL_TENANTS) return ALL_TENANTS;
  const { name } = tenantOf(place, tenantId);
  const alike = choosable(place).filter((each) => isSameName(each.name, name));
  return alike.length > 1 ? tenantId : name;
};

const command = (place: Place, draft: Draft): string | undefined => {
  const { tenantId, permissions, expiry, ownDate } = draft;
  const texts = TEXT_FIELD_NAMES.filter((field) => draft[field].trim() !== '').map((field) => {
    const quoted = inQuotes(draft[field]);
    if (quoted === undefined) return undefined;
    return field === 'name' ? quoted : `--${field} ${quoted}`;
  });
  const tenant = inQuotes(tenantInCommand(place, tenantId));
  if (tenant === undefined || texts.includes(undefined)) return undefined;
  return [
    '/tenant-token create',
    ...texts,
    `--tenant ${tenant}`,
    `--expires ${expiry === 'date' ? ownDate : expiry}`,
    ...(permissions.length > 0 ? [`--permissions ${permissions.join(',')}`] : []),
  ].join(' ');
};

const link = (place: Place, draft: Draft, now: number): string | undefined => {
  const { tenantId, permissions, expiry, ownDate } = draft;
  const { name, timeZone } = tenantOf(place, tenantId);
  const expiresOn = expiryDate(expiry, ownDate, todayIn(timeZone, now));
  if (expiresOn === undefined) return undefined;
  // An id that was made up here says nothing anywhere else.
  const isName = place.way === 'cockpit' && tenantId !== ALL_TENANTS;
  const { expiry: _expiry, ownDate: _ownDate, ...texts } = draft;
  const written = writeRequestFragment({
    ...texts,
    tenantId: isName ? name : tenantId,
    permissions,
    expiresOn,
    from: null,
  });
  return written.ok ? `${place.origin}/${written.value}` : undefined;
};

/**
 * What stands in a form as a link, or as a command for Slack. There is no secret in either.
 * @param now milliseconds since the epoch
 * @returns undefined where the form would refuse it, or where it does not fit
 */
export const writeLine = (
  kind: LineKind,
  draft: Draft,
  place: Place,
  now: number,
): string | undefined => {
  const checked = validateDraft(draft, contextOf(place, now));
  // A name and permissions can be left to whoever takes it up.
  const isWhole =
    checked.ok ||
    checked.error.every(
      ({ field, code }) => code === 'required' && (field === 'name' || field === 'permissions'),
    );
  if (!isWhole) return undefined;
  return kind === 'link' ? link(place, draft, now) : command(place, draft);
};
