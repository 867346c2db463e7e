import { DatabaseSync } from 'node:sqlite';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiTokenSchema, newTokenSchema } from '../../../../shared/tenant-api/contract.ts';
import {
  type Answer,
  type Call,
  createCall,
  tokenRequest,
} from '../../../support/platform-client.ts';
import { type PlatformProcess, startPlatformProcess } from '../../../support/platform-process.ts';
import { sessionOf, type WireToken } from '../../../support/test-platform.ts';

const PATH = '/api/v1/api_tokens';
const HOST = 'nord.localhost';
const ROUNDS = 3;
const WRITERS = 8;
/** How many acknowledged changes a round waits for before it kills. */
const CHANGES = 120;

/** What one writer was told about one token, and what it asked last. */
interface Known {
  readonly idempotencyKey: string;
  readonly request: Record<string, unknown>;
  acknowledged: WireToken | undefined;
  token: string | undefined;
  /** The call under way when the server died; its effect may be there or not. */
  inFlight: 'next' | 'save' | 'edit' | 'delete' | undefined;
}

let folder: string;
let dataFile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'platform-crash-'));
  dataFile = join(folder, 'data.sqlite');
});
afterAll(() => rm(folder, { recursive: true }));

const start = (): Promise<PlatformProcess> =>
  startPlatformProcess({ SANDBOX_PORT: '0', SANDBOX_DATA: dataFile });

/** Calls as Ada, in a session of her own. */
const asAda = async (port: number): Promise<Call> => {
  const call = createCall(port);
  const headers = { origin: `http://${HOST}:${port}` };
  const json = { email: 'ada@nord.example', password: 'demo-ada' };
  const session = sessionOf(
    await call('POST', '/cockpit-api/sign-in', { host: HOST, headers, json }),
  );
  return (method, path, options = {}) =>
    call(method, path, {
      host: HOST,
      session,
      ...options,
      headers: { ...headers, ...options.headers },
    });
};

const EDIT = { name: 'Changed', description: '', permissions: ['read', 'write'], expires_on: null };

/** One writer: Next, Next again, Save, PUT, DELETE, over and over, until the server is gone. */
const write = async (
  call: Call,
  name: string,
  known: Known[],
  acknowledged: () => void,
): Promise<void> => {
  const send = async (
    entry: Known,
    kind: NonNullable<Known['inFlight']>,
    answer: () => Promise<Answer>,
  ) => {
    entry.inFlight = kind;
    const { status, json } = await answer();
    if (status !== 204) {
      const { token, ...record } = newTokenSchema.parse(json);
      entry.acknowledged = record;
      entry.token = token ?? entry.token;
    } else if (entry.acknowledged) {
      const { state } = entry.acknowledged;
      const dead = state === 'pending' ? 'discarded' : 'revoked';
      entry.acknowledged = { ...entry.acknowledged, state: dead, pending_until: null };
    }
    entry.inFlight = undefined;
    acknowledged();
  };
  for (let number = 0; ; number += 1) {
    const idempotencyKey = `${name} ${number}`;
    const request = tokenRequest('all', { name: idempotencyKey });
    const entry: Known = {
      idempotencyKey,
      request,
      acknowledged: undefined,
      token: undefined,
      inFlight: undefined,
    };
    known.push(entry);
    const next = () =>
      send(entry, 'next', () =>
        call('POST', PATH, { json: request, headers: { 'idempotency-key': idempotencyKey } }),
      );
    await next();
    if (number % 3 === 0) await next();
    const record = entry.acknowledged;
    const path = `${PATH}/${record?.id}`;
    if (number % 4 !== 3) {
      const { generation } = record ?? {};
      await send(entry, 'save', () => call('POST', `${path}/save`, { json: { generation } }));
      if (number % 2 === 0) {
        const { version } = entry.acknowledged ?? {};
        const headers = { 'if-match': String(version) };
        await send(entry, 'edit', () => call('PUT', path, { json: EDIT, headers }));
      }
    }
    if (number % 2 === 1) await send(entry, 'delete', () => call('DELETE', path));
  }
};

/** The states that a token may be found in: as acknowledged, or one call on. */
const possible = ({ state, generation }: WireToken, inFlight: Known['inFlight']): string[] => {
  const seen = (each: string, at = generation): string => `${each} ${at}`;
  const on: Record<NonNullable<Known['inFlight']>, string[]> = {
    next: state === 'pending' ? [seen('pending', generation + 1)] : [],
    save: [seen('active')],
    edit: [seen('active')],
    delete: [seen(state === 'pending' ? 'discarded' : 'revoked')],
  };
  return [seen(state), ...(inFlight ? on[inFlight] : [])];
};

/** Every state change has its line in the log, and every token its line of idempotency. */
const halfStates = (): string[] => {
  const db = new DatabaseSync(dataFile, { readOnly: true });
  const problems: string[] = [];
  const lines = (id: unknown, action: string): number =>
    Number(
      db
        .prepare(
          `SELECT count(*) AS n FROM audit_lines
           WHERE subject_id = ? AND action = ? AND outcome = 'done'`,
        )
        .get(String(id), action)?.['n'],
    );
  for (const token of db.prepare('SELECT * FROM api_tokens').all()) {
    const { id, state, generation, version } = token;
    const counts = {
      next: lines(id, 'next'),
      save: lines(id, 'save'),
      edit: lines(id, 'edit'),
      end: lines(id, 'cancel') + lines(id, 'revoke'),
    };
    const saved = state === 'active' || state === 'revoked' ? 1 : 0;
    const ended = state === 'discarded' || state === 'revoked' ? 1 : 0;
    const remembered = db
      .prepare('SELECT count(*) AS n FROM idempotency_keys WHERE token_id = ?')
      .get(String(id))?.['n'];
    const sound =
      counts.next === generation &&
      counts.save === saved &&
      counts.end === ended &&
      version === counts.next + counts.save + counts.edit + counts.end &&
      remembered === 1;
    if (!sound) problems.push(JSON.stringify({ state, generation, version, counts, remembered }));
  }
  const check = db.prepare('PRAGMA integrity_check').get();
  if (check?.['integrity_check'] !== 'ok') problems.push(JSON.stringify(check));
  db.close();
  return problems;
};

describe('kill -9 while many write', () => {
  const known: Known[] = [];

  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    'round %i loses nothing that was acknowledged and leaves nothing half done',
    async (round) => {
      const running = await start();
      const writerCalls = await asAda(running.port);
      const fresh: Known[] = [];
      let changes = 0;
      const enough = new Promise<void>((resolve) => {
        const acknowledged = (): void => {
          changes += 1;
          if (changes === CHANGES) resolve();
        };
        for (let writer = 0; writer < WRITERS; writer += 1) {
          // It ends with the connection.
          write(writerCalls, `round ${round} writer ${writer}`, fresh, acknowledged).catch(
            () => undefined,
          );
        }
      });
      await enough;
      expect(await running.end('SIGKILL')).toBeNull();
      known.push(...fresh);
      expect(fresh.filter(({ inFlight }) => inFlight !== undefined).length).toBeGreaterThan(0);
      expect(halfStates()).toEqual([]);

      const again = await start();
      const call = await asAda(again.port);
      const withKey = createCall(again.port);
      for (const entry of known) {
        const { acknowledged, token, idempotencyKey, request } = entry;
        if (acknowledged) {
          const { json } = await call('GET', `${PATH}/${acknowledged.id}`);
          const found = apiTokenSchema.parse(json);
          expect(possible(acknowledged, entry.inFlight), idempotencyKey).toContain(
            `${found.state} ${found.generation}`,
          );
          if (entry.inFlight === undefined) {
            // DELETE answers with nothing, so its version and the last use were never told.
            const { version, last_used_at } = found;
            expect(found).toEqual({ ...acknowledged, version, last_used_at });
          }
          if (token !== undefined && found.generation === acknowledged.generation) {
            const { status } = await withKey('GET', '/api/v1/devices?page_size=1', { key: token });
            expect(status, idempotencyKey).toBe(found.state === 'active' ? 200 : 401);
          }
        }
        // Asked again, a lost answer is found again, and never becomes a second token.
        if (fresh.includes(entry)) {
          const repeated = await call('POST', PATH, {
            json: request,
            headers: { 'idempotency-key': idempotencyKey },
          });
          const answer = newTokenSchema.parse(repeated.json);
          if (acknowledged) expect(answer.id).toBe(acknowledged.id);
          const { token: latest, ...record } = answer;
          Object.assign(entry, {
            acknowledged: record,
            token: latest ?? token,
            inFlight: undefined,
          });
        }
      }
      const ids = known.map(({ acknowledged }) => acknowledged?.id);
      expect(new Set(ids).size).toBe(known.length);
      expect(halfStates()).toEqual([]);
      withKey.close();
      expect(await again.end('SIGTERM')).toBe(0);
    },
  );
});
