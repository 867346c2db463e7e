import {
  type Description,
  type ShownForm,
  withShown,
} from '../../../shared/cockpit/description.ts';
import type { Refusal } from '../../../shared/cockpit/refusal.ts';
import { mayBeStale } from '../../../shared/cockpit/taught.ts';
import { areaIn, PRIVATE_JAR } from '../../channel/jar.ts';
import { countOutcome, knownAt, rememberCockpit } from '../../cockpits/known-cockpits.ts';
import type { SessionArea } from '../session-store.ts';

/** Where a site's controls are, as a person has shown it or a file has said it. */
export interface Descriptions {
  readonly at: (origin: string) => Promise<Description | null>;
  /** @param afresh whether all was shown, and nothing of before counts */
  readonly remember: (origin: string, shown: ShownForm, afresh: boolean) => Promise<void>;
  /** Called when a run has ended. @param refusal null where it went well */
  readonly ended: (origin: string, refusal: Refusal | null) => Promise<void>;
}

/**
 * What is shown in a private window stays in its memory; in a container, with that container. What
 * stands for all (shown elsewhere, or imported) is used there too.
 * @param disk all of `storage.local`
 * @param memory this jar's part of `storage.session`
 * @param isPrivate whether this whole process serves private windows, as Chromium's second one does
 */
export const createDescriptions = (
  disk: SessionArea,
  memory: SessionArea,
  jar: string,
  isPrivate: boolean,
): Descriptions => {
  const ordinary = areaIn(disk, '');
  const apart = isPrivate || jar === PRIVATE_JAR;
  const own = apart ? memory : areaIn(disk, jar);
  const at = async (origin: string): Promise<Description | null> => {
    const known = (await knownAt(own, origin)) ?? (await knownAt(ordinary, origin));
    return known?.description ?? null;
  };
  return {
    at,
    remember: async (origin, shown, afresh) => {
      const before = afresh ? null : await at(origin);
      await rememberCockpit(own, withShown(origin, before, shown));
    },
    ended: async (origin, refusal) => {
      if (refusal && !mayBeStale(refusal)) return;
      const failed = refusal !== null;
      if (await knownAt(own, origin)) await countOutcome(own, origin, failed);
      // Nothing is written outside for what went on in private.
      else if (!apart) await countOutcome(ordinary, origin, failed);
    },
  };
};
