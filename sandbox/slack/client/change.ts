import type { Reaction } from '../handle/person-window.ts';
import type { Service } from '../service.ts';
import type { ClientWindow, Person } from '../world/world.ts';
import { actInView, actionOf } from './actions.ts';
import { setValue, type Place } from './fields.ts';

/** What makes a text field tell the app of itself. */
export type Moment = 'on_enter_pressed' | 'on_character_entered';

const dispatches = ({ block, element }: Place, moment: Moment | undefined): boolean => {
  if (block.type !== 'input') return true;
  if (!block.dispatch_action) return false;
  if (moment === undefined) return true;
  const { dispatch_action_config: config } =
    'dispatch_action_config' in element ? element : { dispatch_action_config: undefined };
  return (config?.trigger_actions_on ?? ['on_enter_pressed']).includes(moment);
};

/**
 * Changes a field, and tells the app where the field is one that does.
 * @param moment of a text field alone
 * @returns undefined where the app hears nothing of it
 */
export const change = async (
  service: Service,
  person: Person,
  window: ClientWindow,
  place: Place,
  value: Readonly<Record<string, unknown>>,
  moment?: Moment,
): Promise<Reaction | undefined> => {
  const held = setValue(service.world, place, value);
  if (!dispatches(place, moment)) return undefined;
  const action = actionOf(service, place.block.block_id, place.element, held);
  return actInView(service, person, window, place.opened, action);
};
