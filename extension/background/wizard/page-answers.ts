import * as z from 'zod/mini';
import { observationSchema } from '../../../shared/cockpit/observation.ts';

const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['done', 'unknown']) }),
  z.object({
    kind: z.literal('not_done'),
    because: z.enum(['gone', 'changed', 'covered', 'disabled', 'read_only', 'hidden']),
  }),
]);

/** What the page part answers; a hostile page may send anything else, which is then no answer. */
export const pageAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('seen'), observation: observationSchema }),
  z.object({ kind: z.literal('acted'), outcome: outcomeSchema }),
  z.object({ kind: z.literal('token'), value: z.nullable(z.string().check(z.maxLength(500))) }),
  z.object({ kind: z.enum(['other_origin', 'stopped', 'done']) }),
]);

export type PageAnswer = z.infer<typeof pageAnswerSchema>;
