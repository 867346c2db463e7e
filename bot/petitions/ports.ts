import type { Language } from '../../shared/messages/language.ts';
import type { CopyKind } from '../flow/copy.ts';
import type { SlackMessage } from '../messages/facts.ts';
import type { PetitionFacts } from '../messages/petition-facts.ts';
import type { SlackRoutes } from '../slack/routes.ts';
import type { CopyStore } from '../store/copy-store.ts';
import type { PetitionStore } from '../store/petition-store.ts';
import type { Clock } from '../time/clock.ts';
import type { RecipientPorts } from './recipients.ts';

/** What petitions need of their surroundings. */
export interface PetitionPorts extends RecipientPorts {
  readonly store: PetitionStore;
  readonly copies: CopyStore;
  readonly slack: Pick<SlackRoutes, 'openDm' | 'post' | 'update'>;
  readonly words: (kind: CopyKind, facts: PetitionFacts, language: Language) => SlackMessage;
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  /** For how long nobody else takes up what someone is at, in milliseconds. */
  readonly leaseMs: number;
}
