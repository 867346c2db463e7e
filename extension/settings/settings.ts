import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import { DEFAULT_EXPIRY, EXPIRY_CHOICES } from '../../shared/expiry.ts';
import { LANGUAGES } from '../../shared/messages/language.ts';
import { PERMISSIONS } from '../../shared/permissions.ts';
import { SETTINGS_KEY } from './settings-key.ts';

/** For how long a copied token may stay on the clipboard, in seconds; 0 for ever. */
export const CLIPBOARD_SECONDS = [0, 30, 60, 300] as const;

/** What a new form can start with; a date of one's own would be another one every time. */
export const DEFAULT_EXPIRY_CHOICES = EXPIRY_CHOICES.filter((choice) => choice !== 'date');

const settings = {
  language: orElse(z.enum(['auto', ...LANGUAGES]), 'auto'),
  expiry: orElse(z.enum(DEFAULT_EXPIRY_CHOICES), DEFAULT_EXPIRY),
  permissions: orElse(z.array(z.enum(PERMISSIONS)), ['read']),
  clipboardSeconds: orElse(z.literal(CLIPBOARD_SECONDS), 0),
};

/** The options that a person has set. Whatever is missing or faulty is as if it had not been set. */
export const settingsSchema = z.pipe(
  orElse(z.record(z.string(), z.unknown()), {}),
  z.object(settings),
);

export type Settings = z.output<typeof settingsSchema>;

/** What is needed of `storage.local`. */
export interface LocalArea {
  readonly get: (key: string) => Promise<Record<string, unknown>>;
  readonly set: (items: Record<string, unknown>) => Promise<void>;
}

/** Reads the settings. */
export const readSettings = async (area: LocalArea): Promise<Settings> =>
  settingsSchema.parse((await area.get(SETTINGS_KEY))[SETTINGS_KEY]);

/** Changes some of the settings, and gives them all. */
export const changeSettings = async (
  area: LocalArea,
  changes: Partial<Settings>,
): Promise<Settings> => {
  const changed = { ...(await readSettings(area)), ...changes };
  await area.set({ [SETTINGS_KEY]: changed });
  return changed;
};
