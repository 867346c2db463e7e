import type { FlowState } from '../../shared/flow/state.ts';
import type { Kept } from './session-store.ts';

/** What an update would make forgotten: the memory goes with the version that wrote it. */
const LOSABLE: readonly FlowState['step'][] = [
  'working',
  'token',
  'saving',
  'cancelling',
  'unknown',
  'unconfirmed',
];

/** Whether it would be lost with the memory: a token may exist of which somebody has yet to hear. */
export const isLosable = ({ step }: FlowState): boolean => LOSABLE.includes(step);

/** What the gate needs of the outside. */
export interface UpdatePorts {
  /** Keeps this process from being put to sleep until the work has ended. */
  readonly stayAwake: (work: Promise<void>) => Promise<void>;
  /** Resolves once no popup is open. */
  readonly popupsClosed: () => Promise<void>;
  /** Called once nothing can be lost: starts the version that waits. */
  readonly reload: () => void;
}

/**
 * Lets an update of the extension in only while nothing can be lost by it: neither a token, nor the word
 * of what became of one, nor what somebody reads or types in a popup, which it would close. Firefox holds it back for
 * whoever listens for it; Chromium does so for as long as the process is awake, so while a token can
 * be read it stays awake: until its pending time is over, or, where it has none, until its owner has
 * saved or cancelled it.
 */
export const createUpdateGate = ({ stayAwake, popupsClosed, reload }: UpdatePorts) => {
  let kept: readonly Kept[] | undefined;
  let available = false;
  let release: (() => void) | undefined;

  let waits = false;

  const mayCome = (): boolean =>
    available && kept?.every(({ flow, seen }) => seen && !isLosable(flow)) === true;

  const letIn = async (): Promise<void> => {
    if (waits || !mayCome()) return;
    waits = true;
    await stayAwake(popupsClosed());
    waits = false;
    if (mayCome()) reload();
  };

  return {
    /** Called when what is kept has changed. @param readable whether a token among it can still be read */
    changed: (all: readonly Kept[], readable: boolean): void => {
      kept = all;
      if (readable && !release) {
        void stayAwake(
          new Promise((resolve) => {
            release = resolve;
          }),
        );
      } else if (!readable) {
        release?.();
        release = undefined;
      }
      void letIn();
    },
    /** Listener of `runtime.onUpdateAvailable`: the browser has another version ready. */
    available: (): void => {
      available = true;
      void letIn();
    },
  };
};
