import * as z from 'zod/mini';
import { EXPIRY_CHOICES } from './expiry.ts';
import { PERMISSIONS } from './permissions.ts';
import { forTexts, REQUEST_FIELDS } from './each-field.ts';
import type { Draft, RequestField } from './request-fields.ts';
import { calendarDateSchema } from './token-request.ts';

// What this version or an earlier one wrote. A text that an earlier one did not know is empty.
const texts = forTexts((_, { required }) => (required ? z.string() : z._default(z.string(), '')));
const permissions = z.array(z.enum(PERMISSIONS));

/** A form's values, as they are kept and sent. The rules on them are `validateDraft`'s. */
export const storedDraftSchema = z.object({
  ...texts,
  tenantId: z.string(),
  permissions,
  expiry: z.enum(EXPIRY_CHOICES),
  ownDate: z.string(),
} satisfies Readonly<Record<keyof Draft, z.ZodMiniType>>);

/** A request, as it is kept while its token is made. */
export const storedRequestSchema = z.object({
  ...texts,
  tenantId: z.string(),
  permissions,
  expiresOn: z.nullable(calendarDateSchema),
} satisfies Readonly<Record<RequestField, z.ZodMiniType>>);

/** The name of a field. */
export const requestFieldSchema = z.enum(REQUEST_FIELDS);
