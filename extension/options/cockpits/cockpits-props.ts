import type { Description } from '../../../shared/cockpit/description.ts';
import type { DescriptionFault } from '../../../shared/cockpit/read-description.ts';
import type { Language } from '../../../shared/messages/language.ts';
import type { KnownCockpit } from '../../cockpits/known-cockpits.ts';
import type { PageOutline } from '../../cockpits/page-outline.ts';
import type { OptionTexts } from '../texts/en.ts';

/** What the options say about cockpits whose form was shown, and what can be done about them. */
export interface CockpitsProps {
  readonly texts: OptionTexts['cockpits'];
  readonly language: Language;
  readonly known: readonly KnownCockpit[];
  /** A file that was read, before it is used; or why it cannot be. */
  readonly file: Description | DescriptionFault | 'unreadable' | null;
  /** A text to be copied or saved: an exported description. */
  readonly exported: string | null;
  readonly outline: PageOutline | null;
  readonly forget: (origin: string) => void;
  readonly forgetAll: () => void;
  readonly exportText: (text: string | null) => void;
  readonly importFile: (file: File) => void;
  readonly use: (description: Description) => void;
  readonly putAway: () => void;
}
