import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import type { AuditLine } from '../audit/line.ts';
import type { Unit } from '../engine.ts';
import { integer } from '../submission-columns.ts';
import type { Tables } from '../tables.ts';

/** A workspace, or an organisation, that has installed the app. Times are milliseconds since the epoch. */
export interface StoredInstallation {
  /** The workspace's id, or the organisation's where the app is installed in all of it. */
  readonly id: string;
  readonly name: string;
  readonly enterpriseId: string | null;
  readonly botId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
  /** The Slack id of whoever installed it. */
  readonly installedBy: string;
  /** Sealed. */
  readonly botToken: string;
  /** Sealed; null where tokens do not rotate. */
  readonly refreshToken: string | null;
  readonly expiresAt: number | null;
  readonly installedAt: number;
  /** Another one after each write: what a compare-and-set compares. */
  readonly revision: string;
}

/** What changes of an installation when its token rotates or is sealed anew. */
export type StoredTokens = Pick<StoredInstallation, 'botToken' | 'refreshToken' | 'expiresAt'>;

/** The installations, on disk. Each method rejects where the database fails, having changed nothing. */
export interface InstallationStore {
  /** The workspace's own, or else that of its organisation. */
  readonly ofTeam: (
    teamId: string,
    enterpriseId?: string,
  ) => Promise<StoredInstallation | undefined>;
  readonly find: (id: string) => Promise<StoredInstallation | undefined>;
  readonly all: () => Promise<readonly StoredInstallation[]>;
  /**
   * Writes an installation in the place of an earlier one, and into the record.
   * @returns whether there was an earlier one
   */
  readonly put: (
    installation: Omit<StoredInstallation, 'revision'>,
  ) => Promise<'installed' | 'reinstalled'>;
  /** Replaces the tokens, if the installation is still as it was seen. */
  readonly replaceTokens: (seen: StoredInstallation, tokens: StoredTokens) => Promise<boolean>;
  /**
   * Erases an installation, if it is still as it was seen, and writes so into the record.
   * @returns whether it was erased
   */
  readonly remove: (
    seen: StoredInstallation,
    at: number,
    because: 'app_uninstalled' | 'tokens_revoked',
  ) => Promise<boolean>;
  /** Remembers to which organisation a workspace belongs, for work that knows the workspace alone. */
  readonly noteOrganisation: (teamId: string, enterpriseId: string) => Promise<void>;
  /** The workspaces of an organisation that were seen at work. */
  readonly teamsOf: (enterpriseId: string) => Promise<readonly string[]>;
  /**
   * Uses up a state of the installer.
   * @param now those that have expired are forgotten
   * @returns whether it was not used before
   */
  readonly useState: (nonce: string, expiresAt: number, now: number) => Promise<boolean>;
}

const PATIENCE_MS = 5000;
/** Someone else may install at the same moment. */
const TRIES = 5;

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  enterprise_id: z.string().nullable(),
  bot_id: z.string(),
  bot_user_id: z.string(),
  scopes: z.string(),
  installed_by: z.string(),
  bot_token: z.string(),
  refresh_token: z.string().nullable(),
  expires_at: integer.nullable(),
  installed_at: integer,
  revision: z.string(),
});

const installationOf = (row: unknown): StoredInstallation => {
  const read = rowSchema.parse(row);
  return {
    id: read.id,
    name: read.name,
    enterpriseId: read.enterprise_id,
    botId: read.bot_id,
    botUserId: read.bot_user_id,
    scopes: read.scopes.split(','),
    installedBy: read.installed_by,
    botToken: read.bot_token,
    refreshToken: read.refresh_token,
    expiresAt: read.expires_at,
    installedAt: read.installed_at,
    revision: read.revision,
  };
};

const tokenColumns = ({ botToken, refreshToken, expiresAt }: StoredTokens) => ({
  bot_token: botToken,
  refresh_token: refreshToken,
  expires_at: expiresAt,
  revision: randomUUID(),
});

const columnsOf = (installation: Omit<StoredInstallation, 'revision'>) => ({
  id: installation.id,
  name: installation.name,
  enterprise_id: installation.enterpriseId,
  bot_id: installation.botId,
  bot_user_id: installation.botUserId,
  scopes: installation.scopes.join(','),
  installed_by: installation.installedBy,
  installed_at: installation.installedAt,
  ...tokenColumns(installation),
});

/**
 * The installations of an open database. Of tokens it has what is sealed, and no key.
 * @param together writes a unit, and waits so many milliseconds for a lock
 */
export const createInstallationStore = (
  db: Kysely<Tables>,
  together: (unit: Unit, patienceMs: number) => Promise<boolean>,
): InstallationStore => {
  const find: InstallationStore['find'] = async (id) => {
    const rows = db.selectFrom('installations').selectAll().where('id', '=', id);
    const row = await rows.executeTakeFirst();
    return row && installationOf(row);
  };

  const organisationOf = async (teamId: string): Promise<string | undefined> => {
    const rows = db.selectFrom('org_workspaces').select('enterprise_id');
    return (await rows.where('team_id', '=', teamId).executeTakeFirst())?.enterprise_id;
  };

  return {
    find,

    ofTeam: async (teamId, enterpriseId) => {
      const own = await find(teamId);
      if (own) return own;
      const organisation = enterpriseId ?? (await organisationOf(teamId));
      return organisation === undefined ? undefined : find(organisation);
    },

    all: async () => {
      const rows = await db.selectFrom('installations').selectAll().orderBy('id').execute();
      return rows.map(installationOf);
    },

    put: async (installation) => {
      for (let tried = 0; tried < TRIES; tried += 1) {
        const before = await find(installation.id);
        const columns = columnsOf(installation);
        const first = before
          ? db
              .updateTable('installations')
              .set(columns)
              .where('id', '=', before.id)
              .where('revision', '=', before.revision)
              .compile()
          : db
              .insertInto('installations')
              .values(columns)
              .onConflict((conflict) => conflict.column('id').doNothing())
              .compile();
        const event = before ? 'reinstalled' : 'installed';
        const line: AuditLine = {
          team_id: installation.id,
          at: installation.installedAt,
          who: installation.installedBy,
          role: 'installer',
          event,
          subject: installation.botUserId,
        };
        if (await together({ first, lines: [line], rest: [] }, PATIENCE_MS)) return event;
      }
      throw new Error('The installation changes all the time.');
    },

    replaceTokens: (seen, tokens) => {
      const first = db
        .updateTable('installations')
        .set(tokenColumns(tokens))
        .where('id', '=', seen.id)
        .where('revision', '=', seen.revision)
        .compile();
      return together({ first, rest: [] }, PATIENCE_MS);
    },

    remove: (seen, at, because) => {
      const first = db
        .deleteFrom('installations')
        .where('id', '=', seen.id)
        .where('revision', '=', seen.revision)
        .compile();
      const line: AuditLine = {
        team_id: seen.id,
        at,
        who: 'bot',
        role: 'bot',
        event: 'uninstalled',
        subject: seen.botUserId,
        detail: because,
      };
      return together({ first, lines: [line], rest: [] }, PATIENCE_MS);
    },

    noteOrganisation: async (teamId, enterpriseId) => {
      if ((await organisationOf(teamId)) === enterpriseId) return;
      const first = db
        .insertInto('org_workspaces')
        .values({ team_id: teamId, enterprise_id: enterpriseId })
        .onConflict((conflict) =>
          conflict.column('team_id').doUpdateSet({ enterprise_id: enterpriseId }),
        )
        .compile();
      await together({ first, rest: [] }, PATIENCE_MS);
    },

    teamsOf: async (enterpriseId) => {
      const rows = db.selectFrom('org_workspaces').select('team_id');
      const found = await rows.where('enterprise_id', '=', enterpriseId).execute();
      return found.map(({ team_id: id }) => id);
    },

    useState: (nonce, expiresAt, now) => {
      const first = db
        .insertInto('used_states')
        .values({ nonce, expires_at: expiresAt })
        .onConflict((conflict) => conflict.column('nonce').doNothing())
        .compile();
      const forget = db.deleteFrom('used_states').where('expires_at', '<', now).compile();
      return together({ first, rest: [forget] }, PATIENCE_MS);
    },
  };
};
