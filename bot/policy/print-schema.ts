import { letReadersGo } from '../log/gone-readers.ts';
import { policyJsonSchema } from './policy-schema.ts';

// `npm run -s policy:schema > bot/policy.schema.json`, where the file's own schema has changed.

letReadersGo();
process.stdout.write(`${JSON.stringify(policyJsonSchema(), undefined, 2)}\n`);
