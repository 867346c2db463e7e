import { describe, expect, it } from 'vitest';
import { effectLeft } from '../../../../shared/flow/effect-left.ts';
import type { FlowState } from '../../../../shared/flow/state.ts';
import { isUnderWay } from '../../../../shared/flow/under-way.ts';
import { place, record, request } from '../examples.ts';
import { KEY, STATES } from './states.ts';

const LEFT: Partial<Record<FlowState['step'], object>> = {
  working: { do: 'next', request: request(), key: KEY, place: place() },
  saving: { do: 'save', id: record().id, generation: record().generation },
  cancelling: { do: 'cancel', id: record().id },
};

describe('what is under way', () => {
  it.each(Object.values(STATES))('in the step $step is what its effect was', (state) => {
    expect(effectLeft(state)).toEqual(LEFT[state.step]);
    expect(isUnderWay(state)).toBe(state.step in LEFT);
  });
});
