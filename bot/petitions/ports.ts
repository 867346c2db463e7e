import type { Language } from '../../shared/messages/language.ts';
import type { Secret } from '../../shared/secret.ts';
import type { CopyKind } from '../flow/copy.ts';
import type { Petition } from '../flow/petition.ts';
import type { Presence } from '../people/presence.ts';
import type { SlackMessage } from '../messages/facts.ts';
import type { PetitionFacts } from '../messages/petition-facts.ts';
import type { SlackRoutes } from '../slack/routes.ts';
import type { Log } from '../log/log.ts';
import type { CopyStore } from '../store/copy-store.ts';
import type { PetitionStore } from '../store/petition-store.ts';
import type { Clock } from '../time/clock.ts';
import type { RecipientPorts } from './recipients.ts';

/** What petitions need of the workspace where they were asked for. */
export interface PetitionWorkspace extends Omit<RecipientPorts, 'log'> {
  readonly slack: Pick<SlackRoutes, 'ephemeral' | 'openDm' | 'post' | 'update'>;
  readonly presence: Presence;
  /** The workspace's name. */
  readonly workspace: () => Promise<string>;
}

/** What petitions need of their surroundings, whatever their workspaces. */
export interface SharedPetitionPorts {
  readonly workspaceOf: (teamId: string) => PetitionWorkspace;
  readonly store: PetitionStore;
  readonly copies: CopyStore;
  /** The message that shows someone a token that was made for them. */
  readonly tokenMessage: (of: Pick<Petition, 'id' | 'submission'>, token: Secret) => SlackMessage;
  readonly words: (kind: CopyKind, facts: PetitionFacts, language: Language) => SlackMessage;
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  /** For how long nobody else takes up what someone is at, in milliseconds. */
  readonly leaseMs: number;
  readonly log: Log;
}

/** What one petition needs of its surroundings. */
export interface PetitionPorts
  extends Omit<SharedPetitionPorts, 'workspaceOf'>, PetitionWorkspace {}

/** The surroundings of one petition. */
export const portsOf = (
  ports: SharedPetitionPorts,
  { submission }: Pick<Petition, 'submission'>,
): PetitionPorts => ({ ...ports, ...ports.workspaceOf(submission.teamId) });
