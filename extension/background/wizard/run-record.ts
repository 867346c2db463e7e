import * as z from 'zod/mini';
import type { FinishRun } from '../../../shared/cockpit/finish.ts';
import { SUBJECTS } from '../../../shared/cockpit/labels.ts';
import type { Run } from '../../../shared/cockpit/run.ts';
import type { TokenRequest } from '../../../shared/token-request.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import { storedRequestSchema } from '../../../shared/stored-request.ts';
import type { Owed } from './run-wizard.ts';

/** What is written down of a run before each of its steps. It holds no value of the page's, and no token. */
export interface RunRecord {
  /** The key of the Next that it is for, which is the token's id. */
  readonly key: string;
  readonly request: TokenRequest;
  /** The tab whose page is filled in: in no other tab is anything of this run done. */
  readonly tabId: number;
  readonly run: Run;
  /** What was done about Save, and about Cancel. */
  readonly finish: Readonly<Partial<Record<FinishRun['wanted'], FinishRun>>>;
  /** Its token was brought out of the page. */
  readonly taken: boolean;
  /** What earlier runs have left open. */
  readonly owed: readonly Owed[];
}

/** What stands where a record should: nothing, or something that is none. */
export type StoredRun = RunRecord | 'unreadable' | undefined;

/** How many documents of earlier runs are remembered. */
const OWED_AT_MOST = 20;

/** Where it was pressed, and where its token was looked for last. @param last null for the same */
const owedBy = (
  { run, request: { name } }: Pick<RunRecord, 'run' | 'request'>,
  last: string | null,
): Owed[] =>
  [...new Set([run.documentId, last])].flatMap((documentId) =>
    documentId === null ? [] : { documentId, name },
  );

/** A record whose Next was pressed and whose token did not come. @param last the document seen last */
export const withoutToken = (record: RunRecord, last: string | null): RunRecord => ({
  ...record,
  owed: [...record.owed, ...owedBy(record, last)].slice(-OWED_AT_MOST),
});

/** What the next run is to know of the one before it. */
export const leftOpen = (before: RunRecord | undefined): readonly Owed[] => {
  if (!before) return [];
  return before.run.pressed && !before.taken ? withoutToken(before, null).owed : before.owed;
};

/** The document that a run asked about, and left as it was; null for none. */
export const askedAbout = (before: RunRecord | undefined): string | null =>
  before?.run.went.length === 0 && !before.run.pressed ? before.run.mayLeave : null;

/** The document in whose form a run has left a name, and sent nothing; null for none. */
export const leftIn = (before: RunRecord | undefined, name: string): string | null => {
  if (!before || before.run.pressed || before.request.name !== name) return null;
  return before.run.tries.name === undefined ? before.run.leftIn : before.run.documentId;
};

const styleSchema = z.object({
  order: z.enum(['dmy', 'mdy', 'ymd']),
  separator: z.string(),
  padded: z.boolean(),
});

const runSchema = z.object({
  went: z.array(z.enum(SUBJECTS)),
  tries: z.partialRecord(z.enum(SUBJECTS), z.int()),
  date: z.object({
    trying: z.int(),
    typed: z.nullable(
      z.object({ what: z.enum(['probe', 'impossible', 'wanted']), text: z.string() }),
    ),
    style: z.nullable(styleSchema),
  }),
  list: z.object({
    shown: z.nullable(z.string()),
    sought: z.enum(['not', 'name', 'whole', 'all']),
    only: z.nullable(z.string()),
  }),
  rights: z.object({
    shown: z.nullable(z.string()),
    pressed: z.array(z.enum(PERMISSIONS)),
    several: z.boolean(),
    unset: z.boolean(),
    seen: z.boolean(),
  }),
  rightRounds: z.int(),
  pressed: z.boolean(),
  namesBefore: z.nullable(z.int()),
  mentionsBefore: z.nullable(z.int()),
  salt: z.string(),
  tokensBefore: z.array(z.string()),
  candidate: z.nullable(z.string()),
  documentId: z.nullable(z.string()),
  leftIn: z.nullable(z.string()),
  mayLeave: z.nullable(z.string()),
  byHand: z.boolean(),
});

const finishSchema = z.object({
  wanted: z.enum(['save', 'cancel']),
  namesBefore: z.nullable(z.int()),
  pressed: z.boolean(),
  names: z.nullable(z.int()),
});

const recordSchema = z.object({
  key: z.string(),
  request: storedRequestSchema,
  tabId: z.int(),
  run: runSchema,
  finish: z.partialRecord(z.enum(['save', 'cancel']), finishSchema),
  taken: z.boolean(),
  owed: z.array(z.object({ documentId: z.string(), name: z.string() })),
});

/** Reads what was written down; whatever is there and is no record hides what was done. */
export const readRunRecord = (stored: unknown): StoredRun =>
  stored === undefined ? undefined : (recordSchema.safeParse(stored).data ?? 'unreadable');
