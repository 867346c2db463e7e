import { describe, expect, test } from 'vitest';
import type { Kept } from '../../../../extension/background/session-store.ts';
import { createUpdateGate } from '../../../../extension/background/update-gate.ts';
import type { Form, Operation } from '../../../../shared/flow/state.ts';
import { form, STATES } from '../../shared/flow/states.ts';

const kept = (flow: Operation | Form, seen = false): Kept => ({ seen, flow });

/** Lets what has been begun by now come to its end. */
const settled = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

const setUp = (popupsClosed: () => Promise<void> = async () => {}) => {
  const happened: string[] = [];
  const gate = createUpdateGate({
    stayAwake: async (work) => {
      happened.push('awake');
      await work;
      happened.push('may sleep');
    },
    popupsClosed,
    reload: () => void happened.push('reload'),
  });
  return { gate, happened };
};

const LOSABLE = ['working', 'token', 'saving', 'cancelling', 'unknown', 'unconfirmed'] as const;

describe('an update of the extension', () => {
  test.each(LOSABLE)('waits while it would lose: %s', async (step) => {
    const { gate, happened } = setUp();
    gate.changed([kept(STATES.saved, true), kept(STATES[step], true)], false);
    gate.available();
    await settled();
    expect(happened).toEqual([]);
    gate.changed([kept(STATES.saved, true)], false);
    await settled();
    expect(happened.at(-1)).toBe('reload');
  });

  test.each([STATES.saved, STATES.failed, form()])(
    'waits until what it came to has been seen: $step',
    async (flow) => {
      const { gate, happened } = setUp();
      gate.changed([kept(flow)], false);
      gate.available();
      await settled();
      expect(happened).toEqual([]);
      gate.changed(flow.step === 'form' ? [] : [kept(flow, true)], false);
      await settled();
      expect(happened.at(-1)).toBe('reload');
    },
  );

  test('waits until it is known what is kept', async () => {
    const { gate, happened } = setUp();
    gate.available();
    await settled();
    expect(happened).toEqual([]);
    gate.changed([], false);
    await settled();
    expect(happened.at(-1)).toBe('reload');
  });

  test('closes no popup, and looks again, once it is closed, at what came of it', async () => {
    const closings: (() => void)[] = [];
    const close = async (): Promise<void> => {
      closings.shift()?.();
      await settled();
    };
    const { gate, happened } = setUp(
      () =>
        new Promise((resolve) => {
          closings.push(resolve);
        }),
    );
    gate.changed([], false);
    gate.available();
    gate.changed([kept(STATES.saved, true)], false);
    expect(happened).toEqual(['awake']);
    gate.changed([kept(STATES.working)], false);
    await close();
    expect(happened).toEqual(['awake', 'may sleep']);
    gate.changed([], false);
    expect(closings).toHaveLength(1);
    await close();
    expect(happened).toEqual(['awake', 'may sleep', 'awake', 'may sleep', 'reload']);
  });

  test('finds nobody asleep while a token can be read, and no longer', async () => {
    const { gate, happened } = setUp();
    gate.changed([kept(STATES.token)], true);
    gate.changed([kept(STATES.token)], true);
    expect(happened).toEqual(['awake']);
    gate.changed([kept(STATES.saved)], false);
    await Promise.resolve();
    expect(happened).toEqual(['awake', 'may sleep']);
    gate.changed([kept(STATES.token)], true);
    expect(happened).toEqual(['awake', 'may sleep', 'awake']);
  });

  test('never comes where there is none', () => {
    const { gate, happened } = setUp();
    gate.changed([], false);
    expect(happened).toEqual([]);
  });
});
