import type { Reaction } from '../handle/person-window.ts';
import { sendEvent } from '../outbound/events.ts';
import { viewOutput } from '../outbound/view-output.ts';
import type { Service } from '../service.ts';
import { directMessage } from '../world/post.ts';
import type { OpenView, Person } from '../world/world.ts';
import { reactionOf } from './actions.ts';

/** Opens the app's Home tab: the app hears of it and may publish one. */
export const openHome = async (service: Service, person: Person): Promise<Reaction> => {
  const { world } = service;
  const home = world.homes.get(person.id);
  const answer = await sendEvent(service, {
    type: 'app_home_opened',
    user: person.id,
    channel: directMessage(world, person.id).channel.id,
    tab: 'home',
    event_ts: world.nextTs(),
    ...(home ? { view: viewOutput(world, home) } : {}),
  });
  return reactionOf(answer);
};

/** A person's Home tab. @throws Error where the app has published none */
export const homeOf = ({ world }: Service, person: Person): OpenView => {
  const home = world.homes.get(person.id);
  if (!home) throw new Error('The app has no Home tab for this person.');
  return home;
};
