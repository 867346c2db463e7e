import type { Petition } from '../flow/petition.ts';

/** What a message says about a petition. */
export interface PetitionFacts {
  readonly petition: Petition;
  /** Ids of the people and channels that were asked. */
  readonly asked: readonly string[];
  /** The person or channel that reads it. */
  readonly reader: string;
  /** The workspace's name. */
  readonly workspace: string;
}
