import { inOrder, type Permission, PERMISSIONS } from '../../shared/permissions.ts';

/** Reads permissions as people list them. @returns undefined where one is none, or there is none */
export const permissionsOf = (text: string): readonly Permission[] | undefined => {
  const words = text
    .toLowerCase()
    .split(/[,;+\s]+/)
    .filter((each) => each !== '');
  const known = PERMISSIONS.filter((each) => words.includes(each));
  const all = words.every((each) => PERMISSIONS.some((permission) => permission === each));
  return all && known.length > 0 ? inOrder(known) : undefined;
};
