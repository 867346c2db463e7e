import { Console } from 'node:console';
import { format, inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { secret } from '../../../shared/secret.ts';
import { shown } from './flow/states.ts';
import { tokenSecret, tokenValue } from './examples.ts';

const VALUE = tokenValue(7);
const TOKEN = secret(VALUE);

afterEach(() => vi.restoreAllMocks());

describe('a secret', () => {
  it('is given away by reveal alone', () => {
    expect(TOKEN.reveal()).toBe(VALUE);
  });

  it.each<[string, () => string]>([
    ['String()', () => String(TOKEN)],
    ['toString', () => TOKEN.toString()],
    ['a template', () => `${String(TOKEN)} ${TOKEN as unknown as string}`],
    ['concatenation', () => 'token: ' + (TOKEN as unknown as string)],
    ['a list joined', () => [TOKEN, TOKEN].join()],
    ['JSON', () => JSON.stringify(TOKEN)],
    ['JSON, nested', () => JSON.stringify({ deep: [{ token: TOKEN }] })],
    ['inspect', () => inspect(TOKEN)],
    ['inspect, nested and to any depth', () => inspect({ a: [{ b: TOKEN }] }, { depth: null })],
    ['inspect, with hidden properties', () => inspect(TOKEN, { showHidden: true, depth: null })],
    [
      'inspect, its own form switched off',
      () => inspect(TOKEN, { customInspect: false, showHidden: true, depth: null }),
    ],
    ['format with %s', () => format('%s', TOKEN)],
    ['format with %j', () => format('%j', TOKEN)],
    ['format with %o', () => format('%o', { token: TOKEN })],
    ['format with %O', () => format('%O', { token: TOKEN })],
    ['format without a place', () => format(TOKEN)],
    [
      'an error’s cause',
      () => inspect(new Error('no', { cause: { token: TOKEN } }), { depth: null }),
    ],
    ['an error’s own property', () => inspect(Object.assign(new Error('no'), { token: TOKEN }))],
    ['a map', () => inspect(new Map([[TOKEN, TOKEN]]), { depth: null })],
    ['its keys and values', () => `${Object.keys(TOKEN).join()} ${Object.values(TOKEN).join()}`],
  ])('does not show in %s', (_, print) => {
    const printed = print();
    expect(printed).not.toBe('');
    expect(printed).not.toContain(VALUE);
    expect(printed).not.toContain(VALUE.slice(0, 16));
  });

  it('says that something was left out', () => {
    expect(`${String(TOKEN)} ${JSON.stringify({ TOKEN })} ${inspect({ TOKEN })}`).toBe(
      '[redacted] {"TOKEN":"[redacted]"} { TOKEN: [redacted] }',
    );
  });

  it('is not cloned, as a message or a store would', () => {
    expect(() => structuredClone(TOKEN)).toThrow(/could not be cloned/);
    expect(() => structuredClone({ state: { token: TOKEN } })).toThrow(/could not be cloned/);
  });

  it('cannot be changed', () => {
    expect(() => Object.assign(TOKEN, { toString: () => VALUE })).toThrow(TypeError);
  });

  it('does not show when a state that holds it is logged', () => {
    const written: string[] = [];
    const collect = (chunk: unknown): boolean => written.push(String(chunk)) > 0;
    vi.spyOn(process.stdout, 'write').mockImplementation(collect);
    vi.spyOn(process.stderr, 'write').mockImplementation(collect);
    const state = shown({ token: tokenSecret(7) });
    const own = new Console(process.stdout, process.stderr);
    own.log(state);
    own.log('state: %o %s %j', state, state.token, state);
    own.error(new Error('no', { cause: state }));
    own.dir(state, { depth: null, showHidden: true });
    own.table([state]);
    vi.restoreAllMocks();
    const all = written.join('');
    expect(all).toContain('[redacted]');
    expect(all).toContain('CI uploader');
    expect(all).not.toContain(VALUE.slice(0, 16));
  });
});
