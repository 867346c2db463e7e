import { describe, expect, test } from 'vitest';
import type { Kept } from '../../../../extension/background/session-store.ts';
import { createUpdateGate } from '../../../../extension/background/update-gate.ts';
import type { Form, Operation } from '../../../../shared/flow/state.ts';
import { form, STATES } from '../../shared/flow/states.ts';

const kept = (flow: Operation | Form): Kept => ({ seen: false, flow });

const setUp = () => {
  const happened: string[] = [];
  const gate = createUpdateGate({
    stayAwake: async (work) => {
      happened.push('awake');
      await work;
      happened.push('may sleep');
    },
    reload: () => void happened.push('reload'),
  });
  return { gate, happened };
};

const LOSABLE = ['working', 'token', 'saving', 'cancelling', 'unknown', 'unconfirmed'] as const;

describe('an update of the extension', () => {
  test.each(LOSABLE)('waits while it would lose: %s', (step) => {
    const { gate, happened } = setUp();
    gate.changed([kept(form()), kept(STATES[step])], false);
    gate.available();
    expect(happened).toEqual([]);
    gate.changed([kept(form())], false);
    expect(happened).toEqual(['reload']);
  });

  test.each(['saved', 'failed'] as const)('does not wait for what is over: %s', (step) => {
    const { gate, happened } = setUp();
    gate.changed([kept(STATES[step])], false);
    gate.available();
    expect(happened).toEqual(['reload']);
  });

  test('waits until it is known what is kept', () => {
    const { gate, happened } = setUp();
    gate.available();
    expect(happened).toEqual([]);
    gate.changed([], false);
    expect(happened).toEqual(['reload']);
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
