import { createHash } from 'node:crypto';
import type { Submission } from '../flow/submission.ts';

/**
 * The idempotency key of a form: the same in each process that is sent it, whatever its database, so
 * that they make one token. Slack's ids are not the platform's business, so it gets their hash.
 */
export const idempotencyKeyOf = ({ teamId, viewId }: Submission): string =>
  createHash('sha256')
    .update(JSON.stringify([teamId, viewId]))
    .digest('base64url');
