import * as z from 'zod';
import { EXPIRY_CHOICES } from '../../shared/expiry.ts';
import { PERMISSIONS } from '../../shared/permissions.ts';
import { forTexts } from '../../shared/each-field.ts';
import type { Draft } from '../../shared/request-fields.ts';
import { FIELD_IDS } from './fields.ts';

// Slack leaves out what is empty, in one way or another: `{}` is an empty field too.
const typed = z.object({ value: z.string().nullish() }).nullish();

const chosen = <Value extends z.ZodType>(value: Value) =>
  z
    .object({
      selected_option: z
        .object({ value, text: z.object({ text: z.string() }).optional() })
        .nullish(),
    })
    .nullish();

const picked = z.object({ selected_date: z.string().max(20).nullish() }).nullish();

const ticked = z
  .object({
    selected_options: z
      .array(z.object({ value: z.enum(PERMISSIONS) }))
      .max(PERMISSIONS.length)
      .nullish(),
  })
  .nullish();

const block = <Field extends z.ZodType>(id: string, field: Field) =>
  z
    .record(z.string(), z.unknown())
    .transform((elements) => elements[id])
    .pipe(field)
    .nullish();

// The outer key is the block's id, the inner one the element's.
const valuesSchema = z.object({
  ...forTexts((field) => block(FIELD_IDS[field], typed)),
  [FIELD_IDS.expiry]: block(FIELD_IDS.expiry, chosen(z.enum(EXPIRY_CHOICES))),
  [FIELD_IDS.ownDate]: block(FIELD_IDS.ownDate, picked),
  [FIELD_IDS.tenant]: block(FIELD_IDS.tenant, chosen(z.string().min(1).max(100))),
  [FIELD_IDS.permissions]: block(FIELD_IDS.permissions, ticked),
});

/** What stands in the form, and the name under which its tenant was offered. */
export interface Filled {
  readonly draft: Draft;
  readonly tenantName: string;
}

/**
 * Reads the form out of a view's `state.values`. It says nothing about what may be chosen: values
 * that were never offered are the rules' and the policy's to refuse.
 * @returns undefined for what no form of ours sends
 */
export const readForm = (values: unknown): Filled | undefined => {
  const parsed = valuesSchema.safeParse(values);
  if (!parsed.success) return undefined;
  const { expiry, own_date: date, tenant, permissions, ...texts } = parsed.data;
  const one = tenant?.selected_option;
  return {
    draft: {
      ...forTexts((field) => texts[field]?.value ?? ''),
      expiry: expiry?.selected_option?.value ?? 'date',
      ownDate: date?.selected_date ?? '',
      tenantId: one?.value ?? '',
      permissions: permissions?.selected_options?.map(({ value }) => value) ?? [],
    },
    // A long name was offered shortened.
    tenantName: (one?.text?.text ?? '').replace(/…$/, ''),
  };
};
