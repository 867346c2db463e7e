import { describe, expect, it } from 'vitest';
import { digest } from '../../../../shared/cockpit/digest.ts';
import { tokenValue } from '../examples.ts';

describe('a digest', () => {
  it('is the same for the same text and salt, and for no other', () => {
    const all = [0, 1, 2, 3].map((each) => digest(tokenValue(each), 'salt'));
    expect(new Set(all).size).toBe(4);
    expect(digest(tokenValue(1), 'salt')).toBe(all[1]);
    expect(digest(tokenValue(1), 'other')).not.toBe(all[1]);
    expect(digest('\0', '')).not.toBe(digest('', ''));
  });

  it('is too short to tell a token by', () => {
    expect(digest(tokenValue(1), 'salt').length).toBeLessThanOrEqual(14);
  });
});
