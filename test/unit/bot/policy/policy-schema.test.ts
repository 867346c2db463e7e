import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { policyJsonSchema } from '../../../../bot/policy/policy-schema.ts';
import { parsePolicy } from '../../../../shared/policy/policy.ts';

const textOf = (file: string): Promise<string> =>
  readFile(new URL(`../../../../bot/${file}`, import.meta.url), 'utf8');

it('the policy’s published schema is the one that files are held to', async () => {
  const published: unknown = JSON.parse(await textOf('policy.schema.json'));
  expect(published).toEqual(JSON.parse(JSON.stringify(policyJsonSchema())));
});

it('the example is sound, and names the schema for editors', async () => {
  const example = await textOf('policy.example.json');
  expect(parsePolicy(example)).toMatchObject({ ok: true });
  expect(JSON.parse(example)).toMatchObject({ $schema: './policy.schema.json' });
});
