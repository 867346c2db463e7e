import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ensureBrowser } from '../../../../sandbox/browsers/install.ts';
import { RESOURCES } from '../../../../sandbox/platform/api/resources.ts';
import { ENDPOINTS } from '../../../../shared/tenant-api/endpoints.ts';
import { startTestPlatform, type TestPlatform } from '../../../support/test-platform.ts';

/** It tells what will never be from a busy machine, and nothing else. */
const PATIENCE_MS = 120_000;

let t: TestPlatform;
beforeAll(async () => {
  t = await startTestPlatform();
});
afterAll(() => t.close());

const operation = z.looseObject({
  summary: z.string(),
  responses: z.record(z.string(), z.looseObject({ description: z.string() })),
});
const documentSchema = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.looseObject({}),
  }),
});

const readDocument = async (): Promise<z.output<typeof documentSchema>> =>
  documentSchema.parse((await t.call('GET', '/api/v1/openapi.json')).json);

const calls: readonly string[] = [
  ...Object.values(ENDPOINTS).map(({ method, path }) => `${method} ${path}`),
  ...['GET', 'POST'].map((method) => `${method} ${RESOURCES.devices}`),
  ...['GET', 'PUT', 'DELETE'].map((method) => `${method} ${RESOURCES.device}`),
  `GET ${RESOURCES.alarms}`,
  `GET ${RESOURCES.event}`,
].map((call) => call.replace(':id', '{id}'));

describe('the OpenAPI document', () => {
  it('describes every call of the contract, and no other', async () => {
    const { paths } = await readDocument();
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual([...new Set(calls)].toSorted());
  });

  it('has a schema for every reference in it', async () => {
    const document = await readDocument();
    const references = JSON.stringify(document).matchAll(
      /"\$ref":"#\/components\/schemas\/([^"]+)"/g,
    );
    const names = new Set([...references].map(([, name = '']) => name));
    expect(names.size).toBeGreaterThan(8);
    for (const name of names) expect(Object.keys(document.components.schemas)).toContain(name);
  });

  it('is made of the shared schemas', async () => {
    const { components } = await readDocument();
    expect(components.schemas['ApiToken']).toMatchObject({
      properties: {
        state: { enum: ['pending', 'active', 'expired', 'discarded', 'revoked'] },
        permissions: { items: { enum: ['read', 'write', 'create', 'delete'] } },
      },
    });
    expect(components.schemas['TokenRequest']).toMatchObject({
      additionalProperties: false,
      required: ['name', 'tenant_id', 'permissions'],
    });
    expect(components.schemas['ApiToken']?.['properties']).not.toHaveProperty('token');
  });

  it('says which values a token can be asked for with', async () => {
    const { schemas } = (await readDocument()).components;
    const permissions = { items: { enum: ['read', 'write', 'create', 'delete'] }, minItems: 1 };
    for (const form of ['TokenRequest', 'TokenEdit']) {
      expect(schemas[form]).toMatchObject({
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 100 },
          description: { type: 'string', maxLength: 500 },
          permissions: { type: 'array', ...permissions, uniqueItems: true },
          expires_on: { format: 'date' },
        },
      });
    }
    expect(schemas['TokenRequest']).toMatchObject({
      properties: { on_behalf_of: { type: 'string', maxLength: 200 } },
    });
  });

  it('says that a repeated Next may bring the record alone', async () => {
    const { paths } = await readDocument();
    const { responses } = paths['/api/v1/api_tokens']?.['post'] ?? {};
    const answered = (name: string) => ({
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
    });
    expect(responses?.['200']).toMatchObject(answered('ApiToken'));
    expect(responses?.['201']).toMatchObject(answered('NewApiToken'));
  });

  it('names the answers of each call, the errors all in one form', async () => {
    const { paths } = await readDocument();
    const statuses = (path: string, method: string): string[] =>
      Object.keys(paths[path]?.[method]?.responses ?? {});
    expect(statuses('/api/v1/api_tokens', 'post')).toEqual([
      '200',
      '201',
      '400',
      '401',
      '403',
      '409',
      '413',
      '415',
      '422',
    ]);
    expect(statuses('/api/v1/api_tokens/{id}', 'put')).toEqual(
      expect.arrayContaining(['412', '428']),
    );
  });
});

describe('the reference page', () => {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = await ensureBrowser('chromium');
    browser = await launch({ executablePath, args: ['--no-sandbox'], timeout: PATIENCE_MS });
  });
  afterAll(() => browser.close());

  const newPage = async (): Promise<Page> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  };

  it('renders every call with local assets alone, and nothing on the console', async () => {
    const page = await newPage();
    const complaints: string[] = [];
    const origins = new Set<string>();
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    const { url } = t.platform.tenants.nord;
    const response = await page.goto(`${url}/api/docs`);
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).not.toContain('unsafe');
    await page.waitForFunction(
      (count) => document.querySelectorAll('.opblock').length === count,
      {},
      new Set(calls).size,
    );
    for (const control of await page.$$('.opblock-summary-control')) await control.click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('.opblock-body .try-out').length === count,
      {},
      new Set(calls).size,
    );
    expect(complaints).toEqual([]);
    expect([...origins].filter((origin) => origin !== 'null')).toEqual([url]);
  });

  it('makes a call with a key', async () => {
    const page = await newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${t.platform.tenants.nord.apiUrl}/api/docs`);
    const key = t.key({ name: 'Reference key' });
    await page.locator('.auth-wrapper .authorize').click();
    await page.locator('.auth-container input[type="text"]').fill(key);
    await page.locator('.auth-btn-wrapper .authorize').click();
    await page.locator('.auth-btn-wrapper .btn-done').click();
    await page.locator('[id$="getApiV1Session"] .opblock-summary-control').click();
    await page.locator('.try-out__btn').click();
    await page.locator('.execute').click();
    await page.waitForFunction(() =>
      document.querySelector('.live-responses-table')?.textContent.includes('Reference key'),
    );
    expect(complaints).toEqual([]);
  });
});
