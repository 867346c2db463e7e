import { z } from 'zod';
import type { Submission } from '../../../bot/flow/submission.ts';
import { CRASH_POINTS } from './points.ts';

/** What a bot process of the crash suite is told, as JSON in `CRASH_TASK`. */
export const taskSchema = z.object({
  databaseUrl: z.string(),
  slackApiUrl: z.string(),
  platformOrigin: z.string(),
  apiKey: z.string(),
  botToken: z.string(),
  /** Milliseconds since the epoch, as the process begins. */
  now: z.number(),
  /** Where it dies; null for nowhere. */
  dies: z.enum(CRASH_POINTS).nullable(),
  /** Requests to make, and whether their owner revokes them at once; none for a process that sweeps. */
  requests: z.array(z.object({ submission: z.custom<Submission>(), revokes: z.boolean() })),
});

export type Task = z.output<typeof taskSchema>;
