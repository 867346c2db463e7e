import type { Language } from '../messages/language.ts';
import { TEXT_FIELD_NAMES } from '../request-fields.ts';
import { bare } from './bare-label.ts';
import { DEVICE_GROUP } from './device-group.ts';
import { labelsOf, type Subject } from './labels.ts';
import { NOT_CHOSEN, NOTHING_HERE } from './nothing-here.ts';
import { SHOWN_TOKEN } from './shown-token.ts';

/** The fields whose values a look may read, since they are what a run fills in. */
const READ: readonly Subject[] = [...TEXT_FIELD_NAMES, 'expiresOn', 'tenant', 'permissions'];

const inAllLanguages = (subject: Subject): string[] => labelsOf(subject, undefined).map(bare);

/** The labels of those fields, in every language, as {@link bare} gives them. */
const READABLE: readonly string[] = [
  ...new Set([...READ.flatMap(inAllLanguages), ...DEVICE_GROUP]),
];

/** What a date's parts are called together, as {@link bare} gives it. */
const DATES: readonly string[] = [...new Set(inAllLanguages('expiresOn'))];

/** What a heading over the list of tokens says, as {@link bare} gives it. */
const TITLES: readonly string[] = inAllLanguages('api');

const OVER: Readonly<Record<Language, readonly string[]>> = {
  en: ['Discarded', 'Cancelled', 'Canceled', 'Revoked', 'Expired', 'Deleted', 'Inactive'],
  de: ['Verworfen', 'Abgebrochen', 'Widerrufen', 'Abgelaufen', 'Gelöscht', 'Inaktiv'],
  // A key is feminine, where a token is not.
  it: [
    'Scartato',
    'Annullato',
    'Revocato',
    'Scaduto',
    'Eliminato',
    'Inattivo',
    'Scartata',
    'Annullata',
    'Revocata',
    'Scaduta',
    'Eliminata',
    'Inattiva',
  ],
  fr: [
    'Abandonné',
    'Annulé',
    'Révoqué',
    'Expiré',
    'Supprimé',
    'Inactif',
    'Abandonnée',
    'Annulée',
    'Révoquée',
    'Expirée',
    'Supprimée',
    'Inactive',
  ],
};

const NOT_YET: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Pending',
    'Draft',
    'Unsaved',
    'Not saved',
    'Waiting',
    'Not active',
    'Not yet active',
    'Not activated',
    'Disabled',
    'Deactivated',
    'Suspended',
    'Blocked',
  ],
  de: [
    'Ausstehend',
    'Entwurf',
    'Nicht gespeichert',
    'Wartend',
    'Nicht aktiv',
    'Noch nicht aktiv',
    'Nicht aktiviert',
    'Deaktiviert',
    'Gesperrt',
  ],
  it: [
    'In attesa',
    'Bozza',
    'Non salvato',
    'Non salvata',
    'Non attivo',
    'Non attiva',
    'Disattivato',
    'Disattivata',
    'Disabilitato',
    'Disabilitata',
    'Sospeso',
    'Sospesa',
    'Bloccato',
    'Bloccata',
  ],
  fr: [
    'En attente',
    'Brouillon',
    'Non enregistré',
    'Non enregistrée',
    'Non actif',
    'Non active',
    'Désactivé',
    'Désactivée',
    'Suspendu',
    'Suspendue',
    'Bloqué',
    'Bloquée',
  ],
};

/** What lists call a token that does not work, or no longer; as {@link bare} gives it. */
const ENDED: readonly string[] = Object.values(OVER).flat().map(bare);

/** What lists call a token that does not work before somebody does more; as {@link bare} gives it. */
const PENDING: readonly string[] = Object.values(NOT_YET).flat().map(bare);

/** What stands before a token and names it, where no blank does. */
const NAMED = 'token|key|schlüssel|chiave|clé|jeton|secret';

/** What makes one string with a token that it stands beside. */
const JOINED = String.raw`[\w+/=~|@$#%-]`;

/**
 * 32 bytes in standard base64, as the vendor documents a token; what is a part of something longer is
 * none, a prefix or an id before it, say.
 */
const TOKEN = String.raw`(?<!${JOINED}|\w\.|(?<!^|\s|${NAMED}):)[A-Za-z0-9+/]{43}=(?!${JOINED}|[.:]\w)`;

/** A LiveView that is not joined yet drops what is pressed. */
const BUSY =
  '[aria-busy=true],[data-phx-ref-src],[data-phx-ref-loading],[data-phx-session]:not(.phx-connected)';

/** The words that a look goes by, as `bare` gives them: the page part is sent them, and knows none. */
export interface LookWords {
  /** The labels of the fields whose values may be read. */
  readonly readable: readonly string[];
  /** The labels of the groups whose fields are read as a date's parts. */
  readonly dates: readonly string[];
  /** What a list calls a token that is over. */
  readonly ended: readonly string[];
  /** What it calls one that does not work yet, or was put out of use for a while. */
  readonly pending: readonly string[];
  /** What a heading over the list of tokens says. */
  readonly titles: readonly string[];
  /** A selector: what says that the page is at work. */
  readonly busy: string;
  /** Another: headings. */
  readonly headings: string;
  /** Another: what holds the ways through a cockpit, and may be closed. */
  readonly navigation: string;
  /** A regular expression's source: what stands in the place of rows where there are none. */
  readonly nothing: string;
  /** Another: what stands in the place of a choice that was not made. */
  readonly unset: string;
  /** Another: a token in a text. */
  readonly token: string;
  /** Another: all of a text that can be a token where a person has shown that tokens stand. */
  readonly shown: string;
}

export const LOOK_WORDS: LookWords = {
  readable: READABLE,
  dates: DATES,
  ended: ENDED,
  pending: PENDING,
  titles: TITLES,
  busy: BUSY,
  headings: 'h1,h2,h3,h4,h5,h6,[role=heading]',
  navigation: 'nav,aside,[role=navigation],[role=menu],[role=menubar],[role=tree]',
  nothing: NOTHING_HERE,
  unset: NOT_CHOSEN,
  token: TOKEN,
  shown: SHOWN_TOKEN,
};
