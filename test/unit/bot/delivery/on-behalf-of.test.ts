import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onBehalfOf } from '../../../../bot/delivery/facts.ts';
import { onBehalfOfSchema } from '../../../../shared/token-request.ts';
import { submission } from '../../../support/bot-submission.ts';

// Any UTF-16 at all, halves of characters included.
const names = array(integer({ min: 0, max: 0xffff }), { maxLength: 400 }).map((units) =>
  String.fromCharCode(...units),
);

describe('the name by which the platform knows who asked', () => {
  it('holds the ids that nobody can choose, and then the person’s name', () => {
    expect(onBehalfOf(submission({ userName: 'Zoë 🦊' }))).toBe('Slack T0001/U0001 (Zoë 🦊)');
  });

  it('is one that the platform takes, whatever the name, and keeps the ids', () => {
    assert(
      property(names, (userName) => {
        const text = onBehalfOf(submission({ userName }));
        expect(onBehalfOfSchema.safeParse(text).success).toBe(true);
        expect(text).toMatch(/^Slack T0001\/U0001(?: \(.+\))?$/su);
      }),
    );
  });

  it('holds as much of a long name as the platform takes, whole characters, and nothing between', () => {
    const text = onBehalfOf(submission({ userName: '🦊\n'.repeat(300) }));
    expect(text).toBe(`Slack T0001/U0001 (${'🦊'.repeat(200 - 'Slack T0001/U0001 ()'.length)})`);
  });

  it.each(['two\nlines', 'turned \u202Eround', 'half \uD83D'])(
    'takes out of %j what no log can bear',
    (userName) => {
      expect(onBehalfOfSchema.safeParse(onBehalfOf(submission({ userName }))).success).toBe(true);
    },
  );
});
