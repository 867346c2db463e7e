import { canBeAnswered } from '../../flow/petition.ts';
import { refuseModal } from '../../modal/refuse-modal.ts';
import type { ListenerPorts } from '../ports.ts';
import { petitionModal } from './petition-modal.ts';

/** Refuse was pressed: asks for a reason. */
export const refuse = (ports: ListenerPorts): ReturnType<typeof petitionModal> =>
  petitionModal(ports, canBeAnswered, refuseModal);
