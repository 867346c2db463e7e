import { err, ok, type Result } from '../../shared/result.ts';
import type { Petition } from '../flow/petition.ts';
import { errorFields } from '../log/error-fields.ts';
import type { ListenerPorts } from './ports.ts';

/** A petition by its id; undefined where there is none, `store_down` where the record cannot be read. */
export const findPetition = async (
  { petitions, log }: ListenerPorts,
  id: string,
): Promise<Result<Petition | undefined, 'store_down'>> => {
  try {
    return ok(await petitions.find(id));
  } catch (error) {
    log.error('petition_unread', { petition: id, ...errorFields(error) });
    return err('store_down');
  }
};
