import * as fc from 'fast-check';

const label = fc.stringMatching(/^[a-zA-Z0-9]([a-zA-Z0-9-]{0,8}[a-zA-Z0-9])?$/);
const host = fc.oneof(
  fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
  fc.constantFrom('[::1]', '[2001:db8::7334]', '127.0.0.1'),
);
const port = fc.option(fc.integer({ min: 1, max: 65_535 }));

/** Origins that may be given to a shell. */
export const safeOrigins = fc
  .tuple(host, port)
  .map(([name, number]) => `https://${name}${number === null ? '' : `:${number}`}`);
