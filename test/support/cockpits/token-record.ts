import { randomBytes } from 'node:crypto';
import { type CalendarDate, parseCalendarDate } from '../../../shared/calendar.ts';

/** How a form of a foreign cockpit sends a date. */
export type SentOrder = 'iso' | 'dmy' | 'mdy';

/** What a cockpit's form sends at Next, whatever page it is on. */
export interface Sent {
  readonly name: string;
  readonly description?: string | undefined;
  /** As it stands in the form; empty for never. */
  readonly expires?: string | undefined;
  readonly order?: SentOrder | undefined;
  /** A tenant's name as the form shows it; empty for none chosen. */
  readonly tenant?: string | undefined;
  readonly permissions?: readonly string[] | undefined;
  /** Fields that the product knows nothing of, by their labels. */
  readonly more?: Readonly<Record<string, string>> | undefined;
}

/** What was really made. */
export interface Made {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** As the server read it; null for never. */
  readonly expiresOn: CalendarDate | null;
  readonly tenant: string;
  /** In alphabetical order. */
  readonly permissions: readonly string[];
  readonly more: Readonly<Record<string, string>>;
  readonly state: 'pending' | 'saved' | 'cancelled';
}

/** The server's side of a foreign cockpit: what was made there, and what became of it. */
export interface TokenRecord {
  /** Makes a pending token. @returns its id and value, or what is wrong with what was sent */
  readonly make: (
    sent: Sent,
  ) => { readonly id: string; readonly token: string } | { readonly error: string };
  /** @returns whether there was such a pending token */
  readonly finish: (id: string, state: 'saved' | 'cancelled') => boolean;
  readonly all: () => readonly Made[];
  readonly clear: () => void;
}

const FORMS: Readonly<Record<SentOrder, RegExp>> = {
  iso: /^(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)$/,
  dmy: /^(?<d>\d{1,2})[./-] ?(?<m>\d{1,2})[./-] ?(?<y>\d{4})$/,
  mdy: /^(?<m>\d{1,2})[./-](?<d>\d{1,2})[./-](?<y>\d{4})$/,
};

const readExpiry = (text: string, order: SentOrder): CalendarDate | null | undefined => {
  if (text === '') return null;
  const { y = '', m = '', d = '' } = FORMS[order].exec(text)?.groups ?? {};
  return parseCalendarDate(`${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
};

/** An empty record, in memory. */
export const createTokenRecord = (): TokenRecord => {
  const made = new Map<string, Made>();
  return {
    make: (sent) => {
      const { name, description = '', expires = '', order = 'iso' } = sent;
      const { tenant = '', permissions = [], more = {} } = sent;
      if (name === '') return { error: 'name' };
      const expiresOn = readExpiry(expires, order);
      if (expiresOn === undefined) return { error: 'expires' };
      const id = String(made.size + 1);
      const fields = { name, description, expiresOn, tenant, more };
      made.set(id, { id, ...fields, permissions: permissions.toSorted(), state: 'pending' });
      return { id, token: randomBytes(32).toString('base64') };
    },
    finish: (id, state) => {
      const token = made.get(id);
      if (token?.state !== 'pending') return false;
      made.set(id, { ...token, state });
      return true;
    },
    all: () => [...made.values()],
    clear: () => made.clear(),
  };
};
