import * as z from 'zod';
import { EXPIRY_CHOICES } from '../../shared/expiry.ts';
import { PERMISSIONS } from '../../shared/permissions.ts';
import type { Draft } from '../../shared/token-request.ts';
import { FIELDS } from './fields.ts';

const text = z.object({ value: z.string().nullish() }).optional();
const choice = <Value extends z.ZodType>(value: Value) =>
  z
    .object({
      selected_option: z
        .object({ value, text: z.object({ text: z.string() }).optional() })
        .nullish(),
    })
    .optional();

const block = <Field extends string, Element extends z.ZodType>(field: Field, element: Element) =>
  z.object({ [field]: element } as Record<Field, Element>).optional();

const valuesSchema = z.object({
  [FIELDS.name]: block(FIELDS.name, text),
  [FIELDS.description]: block(FIELDS.description, text),
  [FIELDS.expiry]: block(FIELDS.expiry, choice(z.enum(EXPIRY_CHOICES))),
  [FIELDS.ownDate]: block(
    FIELDS.ownDate,
    z.object({ selected_date: z.string().max(20).nullish() }).optional(),
  ),
  [FIELDS.tenant]: block(FIELDS.tenant, choice(z.string().min(1).max(100))),
  [FIELDS.permissions]: block(
    FIELDS.permissions,
    z
      .object({
        selected_options: z
          .array(z.object({ value: z.enum(PERMISSIONS) }))
          .max(PERMISSIONS.length)
          .optional(),
      })
      .optional(),
  ),
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
  const { name, description, expiry, own_date: date, tenant, permissions } = parsed.data;
  const chosen = tenant?.tenant?.selected_option;
  return {
    draft: {
      name: name?.name?.value ?? '',
      description: description?.description?.value ?? '',
      expiry: expiry?.expiry?.selected_option?.value ?? 'date',
      ownDate: date?.own_date?.selected_date ?? '',
      tenantId: chosen?.value ?? '',
      permissions: permissions?.permissions?.selected_options?.map(({ value }) => value) ?? [],
    },
    // A long name was offered shortened.
    tenantName: (chosen?.text?.text ?? '').replace(/…$/, ''),
  };
};
