import type { FlowState } from './state.ts';

const UNDER_WAY: readonly FlowState['step'][] = ['working', 'saving', 'cancelling'];

/**
 * Whether a process is at work on a flow. Once that process is gone, whoever opens the popup has it taken up,
 * or hears of it.
 */
export const isUnderWay = ({ step }: Pick<FlowState, 'step'>): boolean => UNDER_WAY.includes(step);
