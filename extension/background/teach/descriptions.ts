import {
  type Description,
  type ShownForm,
  withShown,
} from '../../../shared/cockpit/description.ts';
import type { Refusal } from '../../../shared/cockpit/refusal.ts';
import { mayBeStale } from '../../../shared/cockpit/taught.ts';
import { areaIn, isPrivateJar } from '../../channel/jar.ts';
import { countOutcome, knownAt, rememberCockpit } from '../../cockpits/known-cockpits.ts';
import type { StorageArea } from '../../channel/storage-area.ts';

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
 */
export const createDescriptions = (
  disk: StorageArea,
  memory: StorageArea,
  jar: string,
): Descriptions => {
  const ordinary = areaIn(disk, '');
  const apart = isPrivateJar(jar);
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
      const isOwn = (await knownAt(own, origin)) !== undefined;
      // Nothing is written outside for what went on in private.
      if (!isOwn && apart) return;
      // A full disk is no reason for a run to fail at its end.
      await countOutcome(isOwn ? own : ordinary, origin, failed).catch(() => {});
    },
  };
};
