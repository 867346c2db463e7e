import * as z from 'zod/mini';

/** Who has to say yes before a rule gives what it grants. */
export interface Approval {
  /** One of them is enough. */
  readonly by: { readonly users: readonly string[]; readonly groups: readonly string[] };
  /** Where they are asked; null for a message to each. */
  readonly channel: string | null;
  /** Those of them who may approve what they asked for themselves. Nobody else may. */
  readonly mayApproveTheirOwn: readonly string[];
  /** After so many days a request that nobody answered lapses. */
  readonly lapsesAfterDays: number;
}

const LAPSES_AFTER_DAYS = 3;
const MAX_LAPSE_DAYS = 30;

const lapse = `must be a whole number of days from 1 to ${MAX_LAPSE_DAYS}`;

/** A list of ids, which may be left out. @param expected what to say of one that is none */
export const idsSchema = (form: RegExp, expected: string) =>
  z.optional(z.array(z.string().check(z.regex(form, { error: expected }))));

/** Ids of people. */
export const userIdsSchema = idsSchema(/^[UW][A-Z0-9]{2,}$/, 'must be a user id such as U012AB3CD');

/** Ids of user groups. */
export const groupIdsSchema = idsSchema(
  /^S[A-Z0-9]{2,}$/,
  'must be a user group id such as S012AB3CD',
);

/** A rule's `approval`, as the file has it. */
export const approvalSchema = z.strictObject({
  by: z
    .strictObject({ users: userIdsSchema, groups: groupIdsSchema })
    .check(({ value, issues }) => {
      if (![value.users, value.groups].some((each) => each && each.length > 0)) {
        const message = 'name at least one of users, groups';
        issues.push({ code: 'custom', input: value, message });
      }
    }),
  channel: z.optional(
    z
      .string()
      .check(z.regex(/^[CG][A-Z0-9]{2,}$/, { error: 'must be a channel id such as C012AB3CD' })),
  ),
  mayApproveTheirOwn: userIdsSchema,
  lapsesAfterDays: z.optional(
    z
      .int({ error: lapse })
      .check(z.gte(1, { error: lapse }), z.lte(MAX_LAPSE_DAYS, { error: lapse })),
  ),
});

/** The approval with what was left out. */
export const wholeApproval = (parsed: z.output<typeof approvalSchema>): Approval => ({
  by: { users: parsed.by.users ?? [], groups: parsed.by.groups ?? [] },
  channel: parsed.channel ?? null,
  mayApproveTheirOwn: parsed.mayApproveTheirOwn ?? [],
  lapsesAfterDays: parsed.lapsesAfterDays ?? LAPSES_AFTER_DAYS,
});

/** An approval in the one form in which it is compared: the same people asked in the same way. */
export const approvalForm = ({
  by,
  channel,
  mayApproveTheirOwn,
  lapsesAfterDays,
}: Approval): string =>
  JSON.stringify([
    [...new Set(by.users)].toSorted(),
    [...new Set(by.groups)].toSorted(),
    channel,
    [...new Set(mayApproveTheirOwn)].toSorted(),
    lapsesAfterDays,
  ]);
