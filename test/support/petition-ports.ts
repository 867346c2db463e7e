import type { PetitionPorts, SharedPetitionPorts } from '../../bot/petitions/ports.ts';
import { ok } from '../../shared/result.ts';

const MINUTE = 60_000;

const silent = (): void => undefined;

/**
 * What petitions need of their surroundings and a test is not about: everyone is there and a member, and
 * no group has anyone in it.
 */
export const quietPorts = (
  now: () => number,
): Omit<PetitionPorts, 'store' | 'copies' | 'slack' | 'words'> => ({
  tokenMessage: () => ({ text: '', blocks: [] }),
  presence: async () => 'active',
  workspace: async () => 'Harbour Works',
  people: async (id) => ok({ id, kind: 'member', name: id, language: 'en' }),
  membersOf: async () => ok(new Map()),
  clock: { now, sleep: async () => undefined },
  log: { debug: silent, info: silent, warn: silent, error: silent },
  leaseMs: MINUTE,
});

/** The same for petitions, whatever workspace they are of. */
export const inOneWorkspace = <Ports extends PetitionPorts>(
  ports: Ports,
): Ports & Pick<SharedPetitionPorts, 'workspaceOf'> => ({ ...ports, workspaceOf: () => ports });
