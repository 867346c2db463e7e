import type { CalendarDate } from '../calendar.ts';
import type { Permission } from '../permissions.ts';
import type { Texts } from '../request-fields.ts';
import type { Act } from './act.ts';
import type { Subject } from './labels.ts';
import type { Refusal } from './refusal.ts';
import type { DateStyle } from './typed-date.ts';

/** For which tenant: by its visible name, all of them, or the only one that the wizard offers. */
export type WantedTenant =
  { readonly kind: 'one'; readonly name: string } | { readonly kind: 'all' | 'only' };

/** What the wizard is to be filled in with. */
export interface WizardRequest extends Texts {
  /** Null where nobody was asked, since the wizard has none; so for the permissions. */
  readonly tenant: WantedTenant | null;
  readonly permissions: readonly Permission[] | null;
  /** The last day on which the token works; null for never, undefined where nobody was asked. */
  readonly expiresOn: CalendarDate | null | undefined;
}

/** What has been learned of a text field that takes dates. */
export interface DateTrial {
  /** Index of the style that is being tried. */
  readonly trying: number;
  /** What was typed last, to be looked at. */
  readonly typed: {
    readonly what: 'probe' | 'impossible' | 'wanted';
    readonly text: string;
  } | null;
  /** The style in which the field shows dates, which it may understand in others too. */
  readonly style: DateStyle | null;
}

/** What has been learned of a tenant's list that opens. Texts are kept as digests. */
export interface ListTrial {
  /** What it showed at the last look; two alike show that it has come to rest. */
  readonly shown: string | null;
  /** Whether it was searched by less than the name, by the whole of it, and then from end to end. */
  readonly sought: 'not' | 'name' | 'whole' | 'all';
  /** The choice that was seen to be the only one of its name. */
  readonly only: string | null;
}

/** What has been learned of a list of permissions that opens. */
export interface RightsTrial {
  /** What it showed at the last look, as a digest; two alike show that it has come to rest. */
  readonly shown: string | null;
  /** The choices that were pressed since it was opened at first, none of which is pressed again. */
  readonly pressed: readonly Permission[];
  /** It said that it takes several, or showed two at a time. */
  readonly several: boolean;
  /** The only wanted one was pressed once it was chosen, to see whether it can be unset. */
  readonly unset: boolean;
  /** While it was open it showed exactly the wanted ones as chosen, and was closed then. */
  readonly seen: boolean;
}

/** What a run has done so far; written down before each step. It holds no value of the page's. */
export interface Run {
  readonly went: readonly Subject[];
  readonly tries: Readonly<Partial<Record<Subject, number>>>;
  readonly date: DateTrial;
  readonly list: ListTrial;
  readonly rights: RightsTrial;
  /** How many looks in a row found everything as it should be. */
  readonly rightRounds: number;
  /** Next was about to be pressed; from here on a token may exist. */
  readonly pressed: boolean;
  /**
   * In how many rows of tokens that work the token's name stood in the list of tokens before; null where
   * nobody saw the list.
   */
  readonly namesBefore: number | null;
  /** In how many texts it stood there at all; null likewise. */
  readonly mentionsBefore: number | null;
  /** Keeps this run's digests apart from any other's. */
  readonly salt: string;
  /** Digests of what had the form of a token before Next was pressed. */
  readonly tokensBefore: readonly string[];
  /** Digest of what stood alone as a new token at the last look, which is the token once it was taken. */
  readonly candidate: string | null;
  /** The document that was acted on last, or that showed the token; null where none was. */
  readonly documentId: string | null;
  /** The document in whose form an earlier run has left this run's name, and sent nothing; null for none. */
  readonly leftIn: string | null;
  /** The document of which the person was told that something is unsaved there, and went on; null for none. */
  readonly mayLeave: string | null;
  /** Somebody may have gone on by hand since: the form that is there need not be the one that was opened. */
  readonly byHand: boolean;
}

export const NEW_RUN: Run = {
  went: [],
  tries: {},
  date: { trying: 0, typed: null, style: null },
  list: { shown: null, sought: 'not', only: null },
  rights: { shown: null, pressed: [], several: false, unset: false, seen: false },
  rightRounds: 0,
  pressed: false,
  namesBefore: null,
  mentionsBefore: null,
  salt: '',
  tokensBefore: [],
  candidate: null,
  documentId: null,
  leftIn: null,
  mayLeave: null,
  byHand: false,
};

/** What is to be done after a look. */
export type Decision =
  | { readonly do: 'act'; readonly act: Act; readonly about: Subject; readonly run: Run }
  /** Look again. */
  | { readonly do: 'wait'; readonly run: Run }
  | { readonly do: 'take'; readonly token: string }
  | { readonly do: 'refuse'; readonly refusal: Refusal };
