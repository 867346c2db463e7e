import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseJsonFile } from '../../../shared/json-file.ts';

const SCHEMA = z.strictObject({
  name: z.string(),
  rules: z.optional(
    z.array(
      z.strictObject({
        users: z.array(z.string({ error: 'must be an id' })),
        days: z.optional(z.int({ error: 'must be whole days' })),
        who: z.optional(z.strictObject({ id: z.string() })),
      }),
    ),
  ),
});

const faults = (text: string): readonly string[] => {
  const read = parseJsonFile(text, SCHEMA);
  return read.ok ? [] : read.error;
};

describe('a file that somebody wrote', () => {
  it('is what the schema makes of it', () => {
    const rules = [{ users: ['U1'], days: 7, who: { id: 'U2' } }];
    expect(parseJsonFile(JSON.stringify({ name: 'CI', rules }), SCHEMA)).toEqual({
      ok: true,
      value: { name: 'CI', rules },
    });
  });

  it.each([
    ['[]', 'the file: must be an object'],
    ['{}', 'name: is missing'],
    ['{"name":7}', 'name: must be a text'],
    ['{"name":"CI","rules":{}}', 'rules: must be a list'],
    ['{"name":"CI","rules":[{}]}', 'rules[0].users: is missing'],
    ['{"name":"CI","rules":[7]}', 'rules[0]: must be an object'],
    ['{"name":"CI","rules":[{"users":["U1",7]}]}', 'rules[0].users[1]: must be a text'],
    ['{"name":"CI","rules":[{"users":[],"days":"7"}]}', 'rules[0].days: must be whole days'],
    ['{"name":"CI","rules":[{"users":[],"who":{}}]}', 'rules[0].who.id: is missing'],
    ['{"name":"CI","nmae":"CI"}', 'nmae: there is no such member'],
    [
      '{"name":"CI","rules":[{"users":[],"who":{"id":"U1","nmae":1}}]}',
      'rules[0].who.nmae: there is no such member',
    ],
  ])('names what is wrong and where: %s', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it('says what a schema says of what is missing and has no type, and of a list where it begins', () => {
    const list = z.array(z.strictObject({ id: z.string() }));
    expect(parseJsonFile('[{}]', list)).toEqual({ ok: false, error: ['[0].id: is missing'] });
    const choice = z.strictObject({ kind: z.enum(['one'], { error: 'must be "one"' }) });
    expect(parseJsonFile('{}', choice)).toEqual({ ok: false, error: ['kind: must be "one"'] });
  });

  it('names every fault, each member that there is not too', () => {
    expect(faults('{"one":1,"two":2,"name":7}')).toEqual([
      'name: must be a text',
      'one: there is no such member',
      'two: there is no such member',
    ]);
  });

  it('that is no JSON is said to be none, with what the parser says', () => {
    expect(faults('{')).toEqual(['the file: is not JSON (line 1, column 2)']);
    expect(faults('{"key":\n  sesame}')).toEqual(['the file: is not JSON (line 2, column 3)']);
  });
});
