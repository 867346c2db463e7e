import type { ClipboardAccess } from '../clipboard/access.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { Texts } from '../messages/en.ts';
import type { Settings } from '../settings/settings.ts';
import type { AllowedHosts } from './allowed-hosts.ts';
import type { LearnedProps } from './learned/learned-section.tsx';
import type { CockpitsProps } from './cockpits/cockpits-props.ts';
import type { OptionTexts } from './texts/en.ts';

/** All that the options page draws, and what can be done there. */
export interface OptionsProps {
  readonly settings: Settings;
  readonly texts: OptionTexts;
  /** The popup's texts, whose labels the options share. */
  readonly labels: Texts;
  readonly clipboard: ClipboardAccess;
  /** null where the browser never asks for a host. */
  readonly hosts: AllowedHosts | null;
  readonly status: string;
  readonly learned: LearnedProps;
  readonly cockpits: Omit<CockpitsProps, 'texts' | 'language'>;
  readonly language: Language;
  readonly change: (changes: Partial<Settings>) => void;
  readonly allowClipboard: () => void;
  /** @param pattern of a host that is allowed */
  readonly withdraw: (pattern: string) => void;
  /** @param origin of a cockpit that is known to load pages */
  readonly forget: (origin: string) => void;
}
