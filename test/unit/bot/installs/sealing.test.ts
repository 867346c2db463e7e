import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSealing, derive } from '../../../../bot/installs/sealing.ts';
import { type Secret, secret } from '../../../../shared/secret.ts';

const freshKey = (): Secret => secret(randomBytes(32).toString('base64'));

const PLACE = ['installations', 'T1', 'bot_token'];
const TOKEN = 'xoxb-1-2-three';

/** What opens to; the reason where it does not. */
const opened = (result: ReturnType<ReturnType<typeof createSealing>['open']>): string =>
  result.ok ? result.value.reveal() : result.error;

describe('a sealed value', () => {
  const key = freshKey();
  const sealing = createSealing(key, []);

  it('opens to what was sealed, any text, at its place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string(), { minLength: 1 }),
        (text, place) => {
          expect(opened(sealing.open(sealing.seal(secret(text), place), place))).toBe(text);
        },
      ),
    );
  });

  it('holds neither the text nor a trace of its being the same', () => {
    const [one, other] = [1, 2].map(() => sealing.seal(secret(TOKEN), PLACE));
    expect(one).not.toBe(other);
    for (const encoding of ['utf8', 'base64', 'base64url', 'hex'] as const) {
      expect(one).not.toContain(Buffer.from(TOKEN).toString(encoding).slice(0, 8));
    }
  });

  it('does not open at another place', () => {
    const sealed = sealing.seal(secret(TOKEN), PLACE);
    for (const place of [
      ['installations', 'T2', 'bot_token'],
      ['installations', 'T1', 'refresh_token'],
      ['installations', 'T1'],
      ['installations', 'T1,bot_token'],
      [],
    ]) {
      expect(opened(sealing.open(sealed, place))).toBe('altered');
    }
  });

  it('does not open once any character of it is another one', () => {
    const sealed = sealing.seal(secret(TOKEN), PLACE);
    fc.assert(
      fc.property(
        fc.nat(sealed.length - 1),
        fc.constantFrom('a', 'b', 'A', '0', '-', '_', '.', '%', '\0'),
        (at, character) => {
          fc.pre(sealed[at] !== character);
          const altered = sealed.slice(0, at) + character + sealed.slice(at + 1);
          // The last character has bits to spare, which say nothing.
          const same =
            Buffer.from(altered, 'base64url').equals(Buffer.from(sealed, 'base64url')) &&
            at === sealed.length - 1;
          expect(same || !sealing.open(altered, PLACE).ok).toBe(true);
        },
      ),
    );
    for (const other of ['', '1', TOKEN, sealed.slice(0, -4), `${sealed}AAAA`]) {
      expect(opened(sealing.open(other, PLACE))).toBe('altered');
    }
  });

  it('opens with a key that has been replaced, and says with which key it is sealed', () => {
    const fresh = freshKey();
    const old = sealing.seal(secret(TOKEN), PLACE);
    const after = createSealing(fresh, [freshKey(), key]);
    expect(opened(after.open(old, PLACE))).toBe(TOKEN);
    expect(after.isCurrent(old)).toBe(false);
    const anew = after.seal(secret(TOKEN), PLACE);
    expect(after.isCurrent(anew)).toBe(true);
    expect(opened(sealing.open(anew, PLACE))).toBe('unknown_key');
  });

  it('does not open with another key under the name of the right one', () => {
    const other = createSealing(freshKey(), []);
    const id = sealing.seal(secret(''), PLACE).split('.')[1] ?? '';
    const forged = other.seal(secret(TOKEN), PLACE).replace(/^1\.\w+/, `1.${id}`);
    expect(opened(sealing.open(forged, PLACE))).toBe('altered');
  });
});

describe('a derived key', () => {
  it('is another one for each use, and says nothing of the key', () => {
    const key = freshKey();
    const uses = ['key id', 'sealing', 'install state'].map((use) => derive(key, use, 32));
    expect(new Set(uses.map((each) => each.toString('hex'))).size).toBe(3);
    const given = Buffer.from(key.reveal(), 'base64');
    expect(uses.some((each) => each.equals(given))).toBe(false);
  });
});
