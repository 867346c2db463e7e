import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { descriptionSchema } from '../../../../shared/cockpit/description.ts';

const PUBLISHED = new URL('../../../../docs/description.schema.json', import.meta.url);

it('the schema that is published is the one that files are held to', async () => {
  const own = {
    ...z.toJSONSchema(descriptionSchema),
    title: 'Tenant Token: where the controls of a cockpit’s form are',
  };
  expect(JSON.parse(await readFile(PUBLISHED, 'utf8'))).toEqual(JSON.parse(JSON.stringify(own)));
});
