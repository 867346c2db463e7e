import type { ClipboardAccess } from '../clipboard/access.ts';
import type { Texts } from '../messages/en.ts';
import type { Settings } from '../settings/settings.ts';
import type { OptionTexts } from './texts/en.ts';

/** All that the options page draws, and what can be done there. */
export interface OptionsProps {
  readonly settings: Settings;
  readonly texts: OptionTexts;
  /** The popup's texts, whose labels the options share. */
  readonly labels: Texts;
  readonly clipboard: ClipboardAccess;
  readonly status: string;
  readonly change: (changes: Partial<Settings>) => void;
  readonly allowClipboard: () => void;
}
