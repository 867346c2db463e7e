import type { Secret } from '../../shared/secret.ts';
import type { StoredFlow } from '../flow/stored-flow.ts';
import { askCancel, askNext, askSave } from './ask-platform.ts';
import type { DeliveryEvent } from './event.ts';
import { deliver } from './ladder.ts';
import { recordSaid, takeUpLate } from './late-word.ts';
import { isPrivate, type Todo, todo } from './machine.ts';
import { record, type WorkPorts } from './record.ts';
import { tell } from './tell.ts';
import { isLastCall } from './waits.ts';

/**
 * Carries a flow on for as long as something is due: whatever the machine says, then its result
 * written down, then the next. The token is in this function's memory and nowhere else.
 * @param taken a flow whose lease is `holder`'s
 * @returns where the flow rests, or undefined where someone else has taken it over
 */
export const workOn = async (
  ports: WorkPorts,
  taken: StoredFlow,
  holder: string,
): Promise<StoredFlow | undefined> => {
  const { api, pressing, clock } = ports;
  let flow = taken;
  let owner = holder;
  let token: Secret | undefined;
  let mayBeMade = false;

  /** The platform, even where it was given up if that would be too late. */
  const reachable = () => (isLastCall(flow.progress, clock.now()) ? pressing : api);

  const note = async (event: DeliveryEvent): Promise<boolean> => {
    const said = event.kind === 'said';
    const written = said
      ? await recordSaid(ports, flow, owner, event)
      : await record(ports, flow, owner, event);
    if (written) flow = written;
    if (written || !said) return written !== undefined;
    const late = await takeUpLate(ports, flow.id, event);
    if (late) ({ flow, owner } = late);
    return late !== undefined;
  };

  const carryOut = async (step: Todo): Promise<DeliveryEvent | undefined> => {
    switch (step) {
      case 'next': {
        const made = await askNext(ports, flow, mayBeMade);
        ({ token } = made);
        mayBeMade ||= made.event.kind === 'next_failed' && made.event.meaning.kind === 'unknown';
        return made.event;
      }
      case 'deliver':
        return token ? deliver(ports, flow, token, note) : { kind: 'recovered' };
      case 'save':
        return askSave(reachable(), flow);
      case 'cancel':
        return askCancel(reachable(), flow);
      case 'say': {
        const { owed } = flow.progress;
        return owed === null ? undefined : tell(ports, flow, owed);
      }
    }
  };

  for (;;) {
    const { progress } = flow;
    const now = clock.now();
    const step = todo(progress, now);
    if (step === undefined) {
      if (!isPrivate(progress) || progress.stepAt === null) return flow;
      await clock.sleep(progress.stepAt - now);
      continue;
    }
    const event = await carryOut(step);
    if (event === undefined || !(await note(event))) return undefined;
  }
};
