import { openAPIRouteHandler } from 'hono-openapi';
import type { Hono } from 'hono';
import * as z from 'zod/mini';
import {
  apiTokenSchema,
  errorSchema,
  newTokenSchema,
  saveSchema,
  sessionSchema,
  tenantSchema,
  tokenEditSchema,
  tokenRequestSchema,
} from '../../../shared/tenant-api/contract.ts';
import { PERMISSIONS } from '../../../shared/permissions.ts';
import { TEXT_FIELD_NAMES, TEXT_FIELDS } from '../../../shared/request-fields.ts';
import { HEADERS, TOKEN_FIELDS } from '../../../shared/tenant-api/endpoints.ts';
import {
  calendarDateSchema,
  MAX_ON_BEHALF_OF,
  onBehalfOfSchema,
} from '../../../shared/token-request.ts';
import { SESSION_COOKIE } from '../http/caller.ts';
import type { Env } from '../http/env.ts';
import { alarmSchema, deviceForm, deviceSchema, eventSchema } from './resources.ts';

/** Where the API's description is. */
export const DOCUMENT_PATH = '/api/v1/openapi.json';

// Named once here, each schema stands in the document once, under its name.
const NAMED: Readonly<Record<string, z.ZodMiniType>> = {
  Session: sessionSchema,
  Tenant: tenantSchema,
  ApiToken: apiTokenSchema,
  NewApiToken: newTokenSchema,
  TokenRequest: tokenRequestSchema,
  TokenEdit: tokenEditSchema,
  Save: saveSchema,
  Device: deviceSchema,
  DeviceForm: deviceForm,
  Alarm: alarmSchema,
  Event: eventSchema,
  Error: errorSchema,
};
for (const [id, schema] of Object.entries(NAMED)) z.globalRegistry.add(schema, { id });
z.globalRegistry.add(calendarDateSchema, { format: 'date' });
z.globalRegistry.add(onBehalfOfSchema, { maxLength: MAX_ON_BEHALF_OF });

// A form's schema holds no rule on a value, so that each has its own code; whoever fills it in is told.
for (const { shape } of [tokenRequestSchema, tokenEditSchema]) {
  const { request } = TOKEN_FIELDS;
  for (const name of TEXT_FIELD_NAMES) {
    const { required, max } = TEXT_FIELDS[name];
    z.globalRegistry.add(shape[request[name]], {
      ...(required ? { minLength: 1 } : {}),
      maxLength: max,
    });
  }
  z.globalRegistry.add(shape[request.expiresOn], { format: 'date' });
  z.globalRegistry.add(shape[request.permissions], { minItems: 1, uniqueItems: true });
  z.globalRegistry.add(shape[request.permissions].def.element, { enum: PERMISSIONS });
}

/** The API's OpenAPI document, made from the schemas that the server and its clients share. */
export const documentRoutes = (app: Hono<Env>): void => {
  app.get(
    DOCUMENT_PATH,
    openAPIRouteHandler(app, {
      excludeStaticFile: false,
      defaultValidationErrorResponse: false,
      documentation: {
        openapi: '3.1.0',
        info: {
          title: 'Tenant API',
          version: '1',
          description:
            'This project’s own contract between its clients and a tenant platform, in the conventions of G-IoT. The vendor does not publish the calls on API tokens.',
        },
        servers: [{ url: '/' }],
        security: [{ key: [] }, { session: [] }],
        tags: [
          { name: 'Who am I' },
          { name: 'API tokens', description: 'Next, Save, Cancel, and what comes after' },
          { name: 'Something to call', description: 'So that a token can be proved' },
        ],
        components: {
          securitySchemes: {
            key: { type: 'apiKey', in: 'header', name: HEADERS.apiKey },
            session: {
              type: 'apiKey',
              in: 'cookie',
              name: SESSION_COOKIE,
              description: 'The cockpit’s, on the tenant’s URL only',
            },
          },
        },
      },
    }),
  );
};
