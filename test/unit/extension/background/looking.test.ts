import { expect, test } from 'vitest';
import { createLook } from '../../../../extension/background/wizard/one-step.ts';
import type { AskWizardPage } from '../../../../extension/background/wizard/wizard-ports.ts';
import { page } from '../../shared/cockpit/controls.ts';

type Answer = Awaited<ReturnType<AskWizardPage>>;

const SEEN = { kind: 'seen', observation: page([]) } as const satisfies Answer;
const SILENCE = { kind: 'timeout' } as const;

/** A page that answers one look after the other so, and for ever as the last. */
const answering = (...answers: readonly [Answer, ...Answer[]]) => {
  let asked = 0;
  const look = createLook(
    {
      ask: async () => answers[asked++] ?? answers.at(-1) ?? SILENCE,
      description: null,
      rest: async () => undefined,
      now: () => 0,
    },
    'Any',
  );
  return {
    look: () => look(true, { salt: '', before: [], taken: '' }),
    asked: () => asked,
  };
};

test('a look that a navigation catches, which nobody answers, is made again in the next document', async () => {
  const { look, asked } = answering(SILENCE, { kind: 'page_gone' }, SEEN);
  expect(await look()).toEqual({ ...SEEN, silentMs: 0 });
  expect(asked()).toBe(3);
});

test('a page that keeps silent for good is not waited for without end', async () => {
  const { look, asked } = answering(SILENCE);
  expect(await look()).toEqual(SILENCE);
  expect(asked()).toBe(3);
});
