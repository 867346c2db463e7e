import * as z from 'zod/mini';
import { asToken } from '../../../../shared/tenant-api/codec.ts';
import { apiTokenSchema, listSchema } from '../../../../shared/tenant-api/contract.ts';
import { FIELDS } from '../../../../shared/tenant-api/endpoints.ts';
import { fromWire } from '../../../../shared/tenant-api/wire.ts';

// However long it is: the server holds its own lines to their rules, and one of them is not to cost the rest.
const text = z.string();

/** A token's record, and the mark that only the cockpit shows and sets. */
export const listedTokenSchema = z.pipe(
  z.extend(apiTokenSchema, { can_manage_tokens: z.boolean() }),
  z.transform((wire) => ({ ...asToken(wire), canManageTokens: wire.can_manage_tokens })),
);

export type ListedToken = z.output<typeof listedTokenSchema>;

const subject = z.optional(z.nullable(text));

/** One line of the log, about a token, a device, or neither. */
export const logLineSchema = z.pipe(
  z.object({
    at: z.iso.datetime(),
    actor: text,
    on_behalf_of: z.nullable(text),
    action: text,
    token_id: subject,
    token_name: subject,
    device_id: subject,
    device_name: subject,
    outcome: text,
    request_id: text,
  }),
  z.transform((wire) => ({
    at: wire.at,
    actor: wire.actor,
    onBehalfOf: wire.on_behalf_of,
    action: wire.action,
    subjectId: wire.token_id ?? wire.device_id ?? null,
    subjectName: wire.token_name ?? wire.device_name ?? null,
    outcome: wire.outcome,
    requestId: wire.request_id,
  })),
);

export type LogLine = z.output<typeof logLineSchema>;

/** One page of a list, in the core's names. */
export const pageSchema = <Item extends z.ZodMiniType>(item: Item) =>
  z.pipe(
    listSchema(item),
    z.transform((wire) => fromWire(FIELDS.list, wire)),
  );

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly pageNumber: number;
  readonly pageSize: number;
  readonly total: number;
}
