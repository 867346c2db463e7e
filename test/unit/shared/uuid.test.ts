import { describe, expect, it } from 'vitest';
import { isUuid } from '../../../shared/uuid.ts';

const ID = '5f0c7a34-9d1e-4b6a-8c2f-0123456789ab';

describe('a UUID', () => {
  it.each([ID, ID.toUpperCase()])('is one in either case: %s', (text) => {
    expect(isUuid(text)).toBe(true);
  });

  it.each(['', `${ID}0`, `0${ID}`, ` ${ID}`, ID.replaceAll('-', ''), ID.replace('5', 'g')])(
    'is the whole of a text: not %j',
    (text) => {
      expect(isUuid(text)).toBe(false);
    },
  );
});
