import * as z from 'zod/mini';
import type { FinishRun } from '../../../shared/cockpit/finish.ts';
import { SUBJECTS } from '../../../shared/cockpit/labels.ts';
import type { Run } from '../../../shared/cockpit/run.ts';
import type { TokenRequest } from '../../../shared/token-request.ts';
import { storedRequestSchema } from '../../../shared/stored-request.ts';

/** What is written down of a run before each of its steps. It holds no value of the page's, and no token. */
export interface RunRecord {
  /** The key of the Next that it is for, which is the token's id. */
  readonly key: string;
  readonly request: TokenRequest;
  readonly run: Run;
  readonly finish: FinishRun | null;
}

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
    sought: z.enum(['not', 'name', 'all']),
    only: z.nullable(z.string()),
  }),
  rightRounds: z.int(),
  pressed: z.boolean(),
  namesBefore: z.nullable(z.int()),
  salt: z.string(),
  tokensBefore: z.array(z.string()),
  candidate: z.nullable(z.string()),
  documentId: z.nullable(z.string()),
});

/** Reads a record; undefined for anything else. */
export const readRunRecord = (stored: unknown): RunRecord | undefined =>
  z
    .object({
      key: z.string(),
      request: storedRequestSchema,
      run: runSchema,
      finish: z.nullable(
        z.object({
          wanted: z.enum(['save', 'cancel']),
          namesBefore: z.nullable(z.int()),
          pressed: z.boolean(),
          names: z.nullable(z.int()),
        }),
      ),
    })
    .safeParse(stored).data;
