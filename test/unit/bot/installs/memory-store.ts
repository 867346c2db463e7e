import type {
  InstallationStore,
  StoredInstallation,
} from '../../../../bot/store/installs/installation-store.ts';

/** Installations in memory, as the database has them: each write makes another revision. */
export const createMemoryStore = (): InstallationStore & {
  readonly rows: Map<string, StoredInstallation>;
} => {
  const rows = new Map<string, StoredInstallation>();
  const teams = new Map<string, string>();
  const nonces = new Set<string>();
  let revision = 0;
  const write = (row: Omit<StoredInstallation, 'revision'>): void => {
    revision += 1;
    rows.set(row.id, { ...row, revision: String(revision) });
  };
  const isAsSeen = (seen: StoredInstallation): boolean =>
    rows.get(seen.id)?.revision === seen.revision;
  return {
    rows,
    find: async (id) => rows.get(id),
    ofTeam: async (teamId, enterpriseId) =>
      rows.get(teamId) ?? rows.get(enterpriseId ?? teams.get(teamId) ?? ''),
    all: async () => [...rows.values()],
    put: async (row) => {
      const came = rows.has(row.id) ? 'reinstalled' : 'installed';
      write(row);
      return came;
    },
    replaceTokens: async (seen, tokens) => {
      if (!isAsSeen(seen)) return false;
      write({ ...seen, ...tokens });
      return true;
    },
    remove: async (seen) => isAsSeen(seen) && rows.delete(seen.id),
    noteOrganisation: async (teamId, enterpriseId) => void teams.set(teamId, enterpriseId),
    teamsOf: async (enterpriseId) =>
      [...teams].flatMap(([team, organisation]) => (organisation === enterpriseId ? [team] : [])),
    useState: async (nonce) => {
      const first = !nonces.has(nonce);
      nonces.add(nonce);
      return first;
    },
  };
};
