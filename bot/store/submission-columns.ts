import * as z from 'zod';
import { LANGUAGES } from '../../shared/messages/language.ts';
import { storedRequestSchema } from '../../shared/stored-request.ts';
import type { Submission } from '../flow/submission.ts';
import type { SubmissionColumns } from './tables.ts';

/** Databases differ in how they hand over 64-bit integers. */
export const integer = z.coerce.number().int();

/** The columns of a submission, as a row has them. */
export const submissionShape = {
  team_id: z.string(),
  view_id: z.string(),
  user_id: z.string(),
  user_name: z.string(),
  channel_id: z.string().nullable(),
  response_url: z.string().nullable(),
  response_url_issued_at: integer,
  language: z.enum(LANGUAGES),
  request: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(storedRequestSchema),
  tenant_name: z.string(),
  time_zone: z.string(),
  api_url: z.string(),
  anchor_tenant_id: z.string().nullable(),
};

const submissionSchema = z.object(submissionShape);

/** A submission from its columns. */
export const submissionOf = (row: z.output<typeof submissionSchema>): Submission => ({
  viewId: row.view_id,
  teamId: row.team_id,
  userId: row.user_id,
  userName: row.user_name,
  channelId: row.channel_id,
  responseUrl: row.response_url,
  responseUrlIssuedAt: row.response_url_issued_at,
  language: row.language,
  request: row.request,
  tenantName: row.tenant_name,
  timeZone: row.time_zone,
  apiUrl: row.api_url,
  anchorTenantId: row.anchor_tenant_id,
});

/** The columns that never change. */
export const submissionColumns = (submission: Submission): SubmissionColumns => ({
  team_id: submission.teamId,
  view_id: submission.viewId,
  user_id: submission.userId,
  user_name: submission.userName,
  channel_id: submission.channelId,
  response_url: submission.responseUrl,
  response_url_issued_at: submission.responseUrlIssuedAt,
  language: submission.language,
  request: JSON.stringify(submission.request),
  tenant_name: submission.tenantName,
  time_zone: submission.timeZone,
  api_url: submission.apiUrl,
  anchor_tenant_id: submission.anchorTenantId,
});
