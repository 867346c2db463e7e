import * as z from 'zod/mini';
import type { Form, Operation, Place } from '../../shared/flow/state.ts';
import { storedDraftSchema } from '../../shared/stored-request.ts';
import {
  fromStored,
  fromStoredForm,
  placeSchema,
  placeToPlain,
  toStored,
} from '../channel/stored-flow.ts';
import type { Draft } from '../../shared/token-request.ts';
import {
  draftKey,
  firstDraftKey,
  grantKey,
  linkKey,
  OPERATION_PREFIX,
  operationKey,
  type Person,
  placeKey,
  progressKey,
  runKey,
} from '../channel/session-keys.ts';
import type { GrantRequest } from '../channel/grant-request.ts';
import { itemAt, type StorageArea } from '../channel/storage-area.ts';
import { type KeptLink, readKeptLink } from './links/kept-link.ts';
import { type KeptGrant, readGrant } from './wizard/kept-grant.ts';
import { readRunRecord, type RunRecord, type StoredRun } from './wizard/run-record.ts';

/** An operation, or the form that it led back to with what is to be said there. */
export interface Kept {
  readonly flow: Operation | Form;
  /** Whether a popup has drawn it. */
  readonly seen: boolean;
}

const envelopeSchema = z.object({ seen: z.boolean(), flow: z.unknown() });

const anchorSchema = z.object({ anchorId: z.optional(z.string()) });

/** What stood in a form, and the tenant that headed it: what its "All tenants" stand for. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly anchorId: string | undefined;
}

const readKeptDraft = (stored: unknown): KeptDraft | undefined => {
  const draft = storedDraftSchema.safeParse(stored).data;
  return draft && { draft, anchorId: anchorSchema.safeParse(stored).data?.anchorId };
};

const readKept = (stored: unknown): Kept | undefined => {
  const envelope = envelopeSchema.safeParse(stored).data;
  const flow = envelope && (fromStored(envelope.flow) ?? fromStoredForm(envelope.flow));
  return envelope && flow && { seen: envelope.seen, flow };
};

/**
 * The extension's memory: `storage.session`, which outlives the background's process but not the
 * browser's, and stands on no disk. It is the only place where a pending token is kept.
 */
export const createSessionStore = (area: StorageArea) => {
  const read = (key: string): Promise<unknown> => itemAt(area, key);
  const keptDraft = async (person: Person): Promise<KeptDraft | undefined> =>
    readKeptDraft(await read(draftKey(person)));
  return {
    kept: async (person: Person): Promise<Kept | undefined> =>
      readKept(await read(operationKey(person))),

    keep: (person: Person, { flow, seen }: Kept): Promise<void> =>
      area.set({ [operationKey(person)]: { seen, flow: toStored(flow) } }),

    forget: (person: Person): Promise<void> => area.remove(operationKey(person)),

    all: async (): Promise<Kept[]> =>
      Object.entries(await area.get(null))
        .filter(([key]) => key.startsWith(OPERATION_PREFIX))
        .flatMap(([, stored]) => readKept(stored) ?? []),

    keptDraft,

    draft: async (person: Person): Promise<Draft | undefined> => (await keptDraft(person))?.draft,

    keepDraft: (person: Person, draft: Draft, anchorId?: string): Promise<void> =>
      area.set({ [draftKey(person)]: { ...draft, anchorId } }),

    firstDraft: async (person: Person): Promise<Draft | undefined> =>
      storedDraftSchema.safeParse(await read(firstDraftKey(person))).data,

    link: async (person: Person): Promise<KeptLink | undefined> =>
      readKeptLink(await read(linkKey(person))),

    keepLink: (person: Person, kept: KeptLink): Promise<void> =>
      area.set({ [linkKey(person)]: kept }),

    forgetDraft: (person: Person): Promise<void> => area.remove(draftKey(person)),

    place: async (origin: string): Promise<Place | undefined> =>
      placeSchema.safeParse(await read(placeKey(origin))).data,

    keepPlace: (place: Place): Promise<void> =>
      area.set({ [placeKey(place.origin)]: placeToPlain(place) }),

    /** For the next opening: the draft that a form starts with, where nothing was typed. */
    keepFirstDraft: (person: Person, draft: Draft): Promise<void> =>
      area.set({ [firstDraftKey(person)]: draft }),

    run: async (person: Person): Promise<StoredRun> => readRunRecord(await read(runKey(person))),

    keepRun: (person: Person, record: RunRecord): Promise<void> =>
      area.set({ [runKey(person)]: record }),

    /** Called at each step of a wizard: puts what is done, in words, where an open popup hears of it. */
    tell: (person: Person, what: string): Promise<void> =>
      area.set({ [progressKey(person)]: what }),

    grant: async (person: Person): Promise<GrantRequest | null> =>
      readGrant(await read(grantKey(person)))?.request ?? null,

    /** The tab in which a run waits, or waited when its process was killed. */
    waitedAt: async (person: Person): Promise<number | undefined> =>
      readGrant(await read(grantKey(person)))?.tabId,

    /** Called while a run waits for a page to be allowed: what an open popup then asks. */
    keepGrant: (person: Person, kept: KeptGrant): Promise<void> =>
      area.set({ [grantKey(person)]: kept }),

    forgetGrant: (person: Person): Promise<void> => area.remove(grantKey(person)),

    forgetPlace: (origin: string): Promise<void> => area.remove(placeKey(origin)),
  };
};

export type SessionStore = ReturnType<typeof createSessionStore>;
