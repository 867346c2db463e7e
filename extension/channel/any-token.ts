import * as z from 'zod/mini';
import { isShownToken } from '../../shared/cockpit/shown-token.ts';
import { tokenSchema } from '../../shared/tenant-api/contract.ts';

/** A token in the documented form, or in that of a cockpit where a person has shown it. */
export const anyTokenSchema = z.union([tokenSchema, z.string().check(z.refine(isShownToken))]);
