import { err, ok } from '../../shared/result.ts';
import type { Permission } from '../../shared/permissions.ts';
import type { Session, Tenant } from '../../shared/tenant-api/port.ts';
import {
  namedId,
  platformNamedIn,
  platformOf,
  splitId,
} from '../../shared/policy/platform-names.ts';
import { inTime } from '../time/in-time.ts';
import { peoplesSession } from './peoples-api.ts';
import { joinedLists } from './joined-lists.ts';
import { calledSo } from './search-index.ts';
import {
  type Found,
  foundAmong,
  NOTHING_SOUGHT,
  type Offer,
  type TenantDirectory,
} from './tenant-directory.ts';

/** The directory of a platform among several. */
export interface DirectoryPart {
  readonly name: string;
  readonly directory: TenantDirectory;
}

/** For so long the others are waited for, once one has answered, in milliseconds. */
const GRACE_MS = 500;
/** For so long one is waited for where there is something to offer without any, in milliseconds. */
const FIRST_MS = 1000;

/** One that has answered within so many milliseconds is there. */
const MOMENT_MS = 5000;

const LATE = err({ code: 'timeout' } as const);

/** Resolves once one of some promises holds, or all have come to their end. */
const oneOf = <T>(asked: readonly Promise<T>[], holds: (value: T) => boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = async (each: Promise<T>): Promise<void> => {
      if (holds(await each)) resolve();
    };
    Promise.all(asked.map(look)).then(() => resolve(), reject);
  });

const joined = (sessions: readonly [Session, ...Session[]]): Session => ({
  ...sessions[0],
  permissions: [...new Set<Permission>(sessions.flatMap(({ permissions }) => permissions))],
  canUseAllTenants: false,
});

/** What was found where nobody could be asked. */
const UNANSWERED: Found = { tenants: [], missed: 'unanswered' };

const NOBODYS: readonly Tenant[] = [];

/**
 * The tenants of several platforms as those of one. One that does not answer holds nobody up: what it has is
 * offered as soon as it does.
 * @param parts each with ids and names that are its own
 * @param byPeople the tenants whose tokens people make: no platform has to be there for them
 */
export const severalDirectories = (
  parts: readonly [DirectoryPart, ...DirectoryPart[]],
  byPeople: () => readonly Tenant[] = () => NOBODYS,
): TenantDirectory => {
  const listOf = joinedLists((lists) => lists.flat());

  const find: TenantDirectory['find'] = async (offer, id, name) => {
    const theirs = byPeople().find((tenant) => tenant.id === id);
    if (theirs) return ok(theirs);
    const whose = platformOf(id, parts);
    if (!whose) return ok(undefined);
    const there = offer.parts?.get(whose.name);
    if (!there) return err({ code: 'unreachable' });
    const found = await whose.directory.find(there, id, name);
    if (splitId(id).platform !== null || !found.ok || found.value) return found;
    return whose.directory.find(there, namedId(whose.name, id), name);
  };

  return {
    offer: async (patience) => {
      const theirs = byPeople();
      const asked = parts.map(({ directory }) => directory.offer(patience));
      const one = oneOf(asked, (answer) => answer.ok).then(() => GRACE_MS);
      // Where people make tokens, nobody waits for a platform that is not needed.
      const grace = await (theirs.length === 0
        ? one
        : inTime(Math.min(patience, FIRST_MS), one, 0));
      const answers = await Promise.all(asked.map((each) => inTime(grace, each, LATE)));
      const offers = new Map<string, Offer>();
      for (const [at, { name }] of parts.entries()) {
        const answer = answers[at];
        if (answer?.ok) offers.set(name, answer.value);
      }
      const there = [...offers.values()];
      const people = theirs.slice(0, 1).map((tenant) => peoplesSession(tenant, ''));
      const [first, ...others] = [...there.map(({ session }) => session), ...people];
      if (!first) return answers.find((each) => !each.ok) ?? LATE;
      return ok({
        session: joined([first, ...others]),
        tenants: await listOf([
          theirs,
          ...parts.map(({ name }) => offers.get(name)?.tenants ?? NOBODYS),
        ]),
        total: there.reduce((sum, { total }) => sum + total, theirs.length),
        listMissing: there.length > 0 && there.every(({ listMissing }) => listMissing),
        parts: offers,
        away: parts.flatMap(({ name }) => (offers.has(name) ? [] : [name])),
      });
    },

    answers: async (maxAge) => {
      const asked = parts.map(({ directory }) => directory.answers(maxAge));
      let some = false;
      await oneOf(asked, (answered) => (some ||= answered));
      return some;
    },

    isThere: async (tenantId) =>
      (await platformOf(tenantId, parts)?.directory.answers(MOMENT_MS)) ?? false,

    search: async (offer, text, options) => {
      const people = byPeople();
      // What the policy itself calls so is meant, also before any platform has answered.
      const away = calledSo(people, text).length > 0 ? NOTHING_SOUGHT : UNANSWERED;
      const asked = parts.map(async ({ name, directory }) => {
        const there = offer.parts?.get(name);
        return { name, ...(there ? await directory.search(there, text, options) : away) };
      });
      const found = await Promise.all(asked);
      const theirs = foundAmong(people, text, options?.choices);
      // Of a name that says whose it is, no other has anything.
      const named = platformNamedIn(text);
      const concerned = found.filter(({ name }) => named === null || named === name);
      return {
        tenants: foundAmong([...theirs, ...found.flatMap(({ tenants }) => tenants)], text),
        missed: concerned.find(({ missed }) => missed !== 'nothing')?.missed ?? 'nothing',
      };
    },

    find,
  };
};
