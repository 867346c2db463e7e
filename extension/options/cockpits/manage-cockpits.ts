import { type Description, MAX_DESCRIPTION_LENGTH } from '../../../shared/cockpit/description.ts';
import { readDescription } from '../../../shared/cockpit/read-description.ts';
import { allKnown, forgetCockpit, rememberCockpit } from '../../cockpits/known-cockpits.ts';
import { forgetOutline, keptOutline } from '../../cockpits/kept-outline.ts';
import type { CockpitsProps } from './cockpits-props.ts';
import type { StorageArea } from '../../channel/storage-area.ts';

/** What changes here; the texts are the page's. */
export type CockpitsState = Pick<CockpitsProps, 'known' | 'file' | 'exported' | 'outline'>;

/** What can be done here. */
export type CockpitsActions = Pick<
  CockpitsProps,
  'forget' | 'forgetAll' | 'exportText' | 'importFile' | 'use' | 'putAway'
>;

/** A character takes up to four bytes. */
const MAX_BYTES = MAX_DESCRIPTION_LENGTH * 4;

/** What is known at first. @param memory all of `storage.session` */
export const readCockpits = async (
  area: StorageArea,
  memory: StorageArea,
): Promise<CockpitsState> => {
  const [known, outline] = await Promise.all([allKnown(area), keptOutline(memory)]);
  return { known, outline, file: null, exported: null };
};

/** The actions over the browser's storage; each draws what came of it. */
export const manageCockpits = ({
  area,
  everywhere,
  memory,
  update,
  said,
}: {
  readonly area: StorageArea;
  /** The areas of all cookie jars, the ordinary one too. */
  readonly everywhere: () => Promise<readonly StorageArea[]>;
  readonly memory: StorageArea;
  /** Draws a change, and says what was done. */
  readonly update: (change: Partial<CockpitsState>, status?: string) => void;
  readonly said: () => CockpitsProps['texts'];
}): CockpitsActions => {
  const redraw = async (change: Partial<CockpitsState>, status: string): Promise<void> =>
    update({ ...change, known: await allKnown(area) }, status);

  const forgetAll = async (): Promise<void> => {
    for (const each of await everywhere()) {
      for (const { description } of await allKnown(each)) {
        await forgetCockpit(each, description.origin);
      }
    }
    await redraw({ exported: null }, said().forgotten);
  };

  const use = async (description: Description): Promise<void> => {
    const kept = await rememberCockpit(area, description);
    await redraw({ file: null }, kept ? said().used : said().full);
  };

  const importFile = async (file: File): Promise<void> => {
    if (file.size > MAX_BYTES) {
      update({ file: 'too_large' });
      return;
    }
    try {
      const read = readDescription(await file.text());
      update({ file: read.ok ? read.value : read.error });
    } catch {
      update({ file: 'unreadable' });
    }
  };

  return {
    forget: (origin) =>
      void forgetCockpit(area, origin).then(() => redraw({ exported: null }, said().forgotten)),
    forgetAll: () => void forgetAll(),
    exportText: (exported) => update({ exported }),
    importFile: (file) => void importFile(file),
    use: (description) => void use(description),
    putAway: () => {
      void forgetOutline(memory);
      update({ file: null, outline: null });
    },
  };
};
