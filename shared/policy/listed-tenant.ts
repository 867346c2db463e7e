import * as z from 'zod/mini';
import { isPage } from '../page.ts';

/** A tenant whose tokens no call makes, as the policy's file lists it. */
export interface ListedTenant {
  readonly name: string;
  /** The platform's own id, where it is known. */
  readonly id?: string | undefined;
  /** An IANA zone. */
  readonly timeZone?: string | undefined;
  /** Its own page in the cockpit; the bot's setting where it is left out. */
  readonly page?: string | undefined;
  /** `any` for a platform whose tokens do not have the documented form. */
  readonly tokens?: 'documented' | 'any' | undefined;
}

const MAX_NAME = 100;
const MAX_ID = 64;
const MAX_ZONE = 64;

const name = `must be a text of 1 to ${MAX_NAME} characters`;
const id = `must be a text of 1 to ${MAX_ID} characters`;

/** The policy's list of tenants whose tokens people make. */
export const listedTenantsSchema = z
  .array(
    z.strictObject({
      name: z
        .string()
        .check(z.minLength(1, { error: name }), z.maxLength(MAX_NAME, { error: name })),
      id: z.optional(
        z.string().check(z.minLength(1, { error: id }), z.maxLength(MAX_ID, { error: id })),
      ),
      timeZone: z.optional(z.string().check(z.maxLength(MAX_ZONE))),
      page: z.optional(
        z.string().check(
          z.refine(isPage, {
            error: 'must be an https URL without a fragment, such as https://nord.example.com',
          }),
        ),
      ),
      tokens: z.optional(z.enum(['documented', 'any'], { error: 'must be "documented" or "any"' })),
    }),
  )
  .check(z.maxLength(2000, 'at most 2000 tenants'));
