import type { FlowState } from '../../../shared/flow/state.ts';
import type { Kept } from '../session-store.ts';
import { hostPattern } from '../../hosts/host-pattern.ts';
import type { HostsInUse } from './lent-hosts.ts';

const NEEDING_PAGES: readonly FlowState['step'][] = [
  'working',
  'token',
  'saving',
  'cancelling',
  'unconfirmed',
];

/** A form that a run came back to for a field to be mended: a tenant to be chosen among those seen. */
const isToBeMended = ({ flow }: Kept): boolean => flow.step === 'form' && flow.errors.length > 0;

/** The hosts whose pages what is kept still needs. */
export const hostsInUse = (all: readonly Kept[]): HostsInUse => {
  const here = all.filter(({ flow }) => flow.place.way === 'cockpit');
  const patterns = (kept: readonly Kept[]): string[] =>
    kept.map(({ flow }) => hostPattern(flow.place.origin));
  return {
    underWay: patterns(here.filter(({ flow }) => NEEDING_PAGES.includes(flow.step))),
    mending: patterns(here.filter(isToBeMended)),
  };
};
