import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { postgresEngine, sqliteEngine } from './scale/database.ts';
import { startLightSlack } from './scale/light-slack.ts';
import { measureMemory } from './scale/memory.ts';
import { createPeople } from './scale/people.ts';
import { lineOf, type Measured, TABLE_HEAD } from './scale/report.ts';
import { measureShapes } from './scale/shapes.ts';
import { measureStore } from './scale/store.ts';
import { measureTenants } from './scale/tenants.ts';

// `npm run bench:scale`: what becomes of the bot's times with many tenants, many requests on record, many
// flows and several processes; each against the same with few, in the same run. Slack and the platform are
// stand-ins that keep nothing, in this process, whose own processor time is counted.
// `npm run bench:scale -- 0.05` takes a twentieth of the flows and rows: to see that it runs.
// `npm run bench:scale -- 20 memory` measures one part, over 100,000 flows.
const PARTS = ['tenants', 'store', 'shapes', 'memory'] as const;

const share = z.coerce.number().gt(0).max(20).default(1).parse(process.argv[2]);
const only = z.enum(PARTS).optional().parse(process.argv[3]);

const folder = await mkdtemp(join(tmpdir(), 'scale-'));
const slack = await startLightSlack();
const people = createPeople(slack);
const sqlite = sqliteEngine(folder);
const postgres =
  only === undefined || only === 'store' || only === 'shapes'
    ? await postgresEngine(folder)
    : undefined;

const measure = async (part: (typeof PARTS)[number]): Promise<readonly Measured[]> => {
  switch (part) {
    case 'tenants':
      return measureTenants(slack, people, folder);
    case 'store':
      return [
        ...(await measureStore(sqlite, share)),
        ...(postgres ? await measureStore(postgres, share) : []),
      ];
    case 'shapes':
      return postgres ? measureShapes(slack, people, folder, { sqlite, postgres }, share) : [];
    case 'memory':
      return measureMemory(slack, people, folder, sqlite, share);
  }
};

try {
  console.log(TABLE_HEAD);
  for (const part of PARTS) {
    if (only !== undefined && only !== part) continue;
    for (const each of await measure(part)) console.log(lineOf(each));
  }
} finally {
  await people.close();
  await slack.close();
  await postgres?.close();
  await rm(folder, { recursive: true, force: true });
}
