import { z } from 'zod';
import type { Submission } from '../../../bot/flow/submission.ts';
import { CRASH_POINTS, PETITION_POINTS } from './points.ts';

/** Where a bot of the crash suites works. */
const surroundings = {
  databaseUrl: z.string(),
  slackApiUrl: z.string(),
  platformOrigin: z.string(),
  apiKey: z.string(),
  botToken: z.string(),
};

/** What a bot of the crash suites is told. */
export const taskSchema = z.object({
  ...surroundings,
  /** Milliseconds since the epoch, as its process begins. */
  now: z.number(),
  /** Where it dies; null for nowhere. */
  dies: z.enum([...CRASH_POINTS, ...PETITION_POINTS]).nullable(),
  /** Requests to make, and whether their owner revokes them at once. */
  requests: z.array(z.object({ submission: z.custom<Submission>(), revokes: z.boolean() })),
  /** Requests that `approver` approves; `token`: what they hand in, null where a call makes it. */
  petitions: z.array(
    z.object({
      submission: z.custom<Submission>(),
      approver: z.string(),
      token: z.string().nullable(),
    }),
  ),
});

export type Task = z.output<typeof taskSchema>;
export type Surroundings = Pick<Task, keyof typeof surroundings>;
export type PetitionTask = Task['petitions'][number];
