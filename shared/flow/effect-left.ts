import type { Effect, FlowState } from './state.ts';

/**
 * What a state is waiting for the outside to do: where the process that did it is gone, another can
 * take it up, on a platform that can be asked the same twice.
 * @returns undefined where nothing is under way
 */
export const effectLeft = (state: FlowState): Effect | undefined => {
  switch (state.step) {
    case 'working':
      return { do: 'next', request: state.request, key: state.key, place: state.place };
    case 'saving':
      return { do: 'save', id: state.record.id, generation: state.record.generation };
    case 'cancelling':
      return { do: 'cancel', id: state.record.id };
    default:
      return undefined;
  }
};
