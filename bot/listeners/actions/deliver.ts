import { deliverModal } from '../../modal/deliver-modal.ts';
import { inTime } from '../../time/in-time.ts';
import type { ListenerPorts } from '../ports.ts';
import { petitionModal } from './petition-modal.ts';

/** For a word that is good to have: the modal itself has to open within three seconds. */
const PATIENCE_MS = 600;

/** Deliver was pressed: asks for the token. */
export const deliver = (ports: ListenerPorts): ReturnType<typeof petitionModal> =>
  petitionModal(
    ports,
    ({ state }) => state === 'making',
    async (language, petition, channel) => {
      const at = await inTime(PATIENCE_MS, ports.presence(petition.submission.userId), 'unknown');
      return deliverModal(language, petition, channel, at === 'away');
    },
  );
