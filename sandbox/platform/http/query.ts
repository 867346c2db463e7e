import * as z from 'zod/mini';
import { err, ok, type Result } from '../../../shared/result.ts';
import { FIELDS, MAX_PAGE_SIZE, QUERY } from '../../../shared/tenant-api/endpoints.ts';
import { codePoints } from '../../../shared/token-request.ts';
import { type Fault, invalid, type Refusal } from '../rules/refusal.ts';
import type { Page, Paging } from '../store/database.ts';
import type { RequestContext } from './env.ts';
import { fault, faultsOf } from './faults.ts';

const DEFAULT_PAGE_SIZE = 50;
const MAX_SEARCH = 200;

const whole = (max: number) => {
  const digits = z.pipe(
    z.string().check(({ value, issues }) => {
      if (!/^\d+$/.test(value)) issues.push(fault('wrong_type', value));
      else if (Number(value) < 1) issues.push(fault('too_small', value));
      else if (Number(value) > max) issues.push(fault('too_large', value, max));
    }),
    z.transform(Number),
  );
  z.globalRegistry.add(digits, { type: 'integer', minimum: 1, maximum: max });
  return digits;
};

const MAX_PAGE_NUMBER = 1_000_000_000;

/** The parameters of a page number and size. */
export const pageParameters = {
  [QUERY.pageNumber]: z.optional(whole(MAX_PAGE_NUMBER)),
  [QUERY.pageSize]: z.optional(whole(MAX_PAGE_SIZE)),
};

/** The parameters that every list takes; unknown ones are refused, as unknown members are. */
export const listParameters = <Field extends string>(fields: readonly Field[]) => ({
  ...pageParameters,
  [QUERY.orderBy]: z.optional(z.enum(fields)),
  [QUERY.order]: z.optional(z.enum(['asc', 'desc'])),
  [QUERY.search]: z.optional(
    z.string().check(({ value, issues }) => {
      if (codePoints(value) > MAX_SEARCH) issues.push(fault('too_long', value, MAX_SEARCH));
    }),
  ),
});

/**
 * Reads a query.
 * @returns the parsed parameters, or 422 for one that is unknown, wrong or given twice
 */
export const readQuery = <Schema extends z.ZodMiniType>(
  c: RequestContext,
  schema: Schema,
): Result<z.output<Schema>, Refusal> => {
  const given = c.req.queries();
  const twice = Object.entries(given)
    .filter(([, values]) => values.length > 1)
    .map(([field]): Fault => ({ field, code: 'duplicate' }));
  const single = Object.fromEntries(Object.entries(given).map(([name, [value]]) => [name, value]));
  const parsed = schema.safeParse(single, { reportInput: true });
  if (parsed.success && twice.length === 0) return ok(parsed.data);
  return err(invalid([...twice, ...faultsOf(parsed.error?.issues ?? [])]));
};

interface ListQuery {
  readonly [QUERY.pageNumber]?: number | undefined;
  readonly [QUERY.pageSize]?: number | undefined;
  readonly [QUERY.orderBy]?: string | undefined;
  readonly [QUERY.order]?: 'asc' | 'desc' | undefined;
}

/** Which page a query asks for; a list says in which order it comes where none is asked for. */
export const pagingOf = (query: ListQuery, natural: Pick<Paging, 'orderBy' | 'order'>): Paging => ({
  pageNumber: query[QUERY.pageNumber] ?? 1,
  pageSize: query[QUERY.pageSize] ?? DEFAULT_PAGE_SIZE,
  orderBy: query[QUERY.orderBy] ?? natural.orderBy,
  order: query[QUERY.order] ?? (query[QUERY.orderBy] === undefined ? natural.order : 'asc'),
});

/** A page of a list as it goes over the wire. */
export const listOf = <Item>(
  page: Page<Item>,
  paging: Pick<Paging, 'pageNumber' | 'pageSize'>,
  toWire: (item: Item) => object,
): object => ({
  [FIELDS.list.items]: page.items.map(toWire),
  [FIELDS.list.pageNumber]: paging.pageNumber,
  [FIELDS.list.pageSize]: paging.pageSize,
  [FIELDS.list.total]: page.total,
});
