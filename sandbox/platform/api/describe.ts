import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod/mini';
import { errorSchema } from '../../../shared/tenant-api/contract.ts';

interface Success {
  readonly status: number;
  readonly schema?: z.ZodMiniType;
}

/** What the API's document says of a call. */
export interface Description {
  readonly tag: string;
  readonly summary: string;
  readonly success: Success;
  /** What a repetition may be answered with instead. */
  readonly repeated?: Success;
  readonly errors: readonly number[];
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly headers?: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly description: string;
  }[];
}

const ERRORS: Readonly<Record<number, string>> = {
  400: 'Malformed JSON',
  401: 'Not signed in; or the key is missing, unknown, pending, expired, discarded or revoked',
  403: 'Not allowed',
  404: 'Not there for this caller',
  409: 'The state does not allow it',
  412: 'Changed since the version in If-Match',
  413: 'Body larger than 64 KiB',
  415: 'Not application/json',
  422: 'Invalid fields',
  428: 'If-Match is missing',
};

/** The errors that every call with a body knows besides its own. */
export const BODY_ERRORS = [400, 413, 415, 422] as const;

const json = (schema: z.ZodMiniType) => ({ 'application/json': { schema: resolver(schema) } });

const successful = ({ status, schema }: Success, description: string) => ({
  [status]: { description, ...(schema ? { content: json(schema) } : {}) },
});

const jsonSchemaOf = z.object({
  properties: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
  required: z.optional(z.array(z.string())),
});

const queryParameters = (schema: z.ZodMiniType) => {
  const { properties = {}, required = [] } = jsonSchemaOf.parse(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  );
  return Object.entries(properties).map(([name, each]) => ({
    in: 'query' as const,
    name,
    required: required.includes(name),
    schema: each,
  }));
};

/** Describes a call for the API's document, with the shared schemas. */
export const describe = (description: Description) => {
  const { tag, summary, success, repeated, errors, query, body, headers = [] } = description;
  return describeRoute({
    tags: [tag],
    summary,
    parameters: [
      ...(query ? queryParameters(query) : []),
      ...headers.map((header) => ({
        ...header,
        in: 'header' as const,
        schema: { type: 'string' as const },
      })),
    ],
    ...(body ? { requestBody: { required: true, content: json(body) } } : {}),
    responses: {
      ...successful(success, 'Done'),
      ...(repeated ? successful(repeated, 'Done before, and not again') : {}),
      ...Object.fromEntries(
        errors.map((status) => [
          status,
          { description: ERRORS[status] ?? 'Refused', content: json(errorSchema) },
        ]),
      ),
    },
  });
};
