import { expect, test } from 'vitest';
import { makeSurface } from './make-surface.ts';

test('a press at a point that the viewport has lost since the look is made anew', async () => {
  const there = JSON.stringify({ found: 'point', x: 10, y: 500 });
  const nothing = async (): Promise<void> => undefined;
  let presses = 0;
  const surface = makeSurface({
    evaluate: async (expression) => (expression.includes('function pressMissed') ? 'false' : there),
    isBetweenDocuments: () => false,
    clickAt: async (x, y) => {
      presses += 1;
      if (presses === 1)
        throw new Error(`move target out of bounds: (${x}, ${y}) is outside the viewport`);
    },
    press: nothing,
    typeText: nothing,
    screenshot: nothing,
  });
  await surface.byRole('button', 'Save').click();
  expect(presses).toBe(2);
});
