import type { Channel, Person, UserGroup, World } from './world.ts';

const find = <T>(
  kind: string,
  nameOrId: string,
  all: ReadonlyMap<string, T>,
  named: (one: T) => boolean,
): T => {
  const found = all.get(nameOrId) ?? [...all.values()].find(named);
  if (!found) throw new Error(`There is no ${kind} ${JSON.stringify(nameOrId)}.`);
  return found;
};

/** Somebody by name or id. @throws Error where there is nobody */
export const findPerson = (world: World, nameOrId: string): Person =>
  find('person', nameOrId, world.people, ({ name }) => name === nameOrId);

/** A channel by name or id. @throws Error where there is none */
export const findChannel = (world: World, nameOrId: string): Channel =>
  find('channel', nameOrId, world.channels, ({ name }) => name === nameOrId);

/** A user group by handle or id. @throws Error where there is none */
export const findGroup = (world: World, handleOrId: string): UserGroup =>
  find('user group', handleOrId, world.groups, ({ handle }) => handle === handleOrId);
