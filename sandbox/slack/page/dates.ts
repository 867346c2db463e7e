/** Where and how a person reads dates. */
export interface Place {
  readonly locale: string;
  readonly timeZone: string;
}

const TOKENS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { dateStyle: 'long' },
  date_short: { dateStyle: 'medium' },
  date_long: { dateStyle: 'full' },
  time: { timeStyle: 'short' },
  time_secs: { timeStyle: 'medium' },
};

/** The client may say "today"; the plain date is never wrong. */
const PRETTY = /_pretty$/;

/**
 * A `<!date…>` as a person reads it.
 * @param format with tokens such as `{date_short} {time}`
 * @returns the fallback where the format has no known token
 */
export const formatDate = (
  seconds: number,
  format: string,
  fallback: string,
  { locale, timeZone }: Place,
): string => {
  let known = false;
  const text = format.replaceAll(/\{([a-z_]+)\}/g, (all: string, name: string) => {
    const options = TOKENS[name.replace(PRETTY, '')];
    if (!options) return all;
    known = true;
    return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(seconds * 1000);
  });
  return known ? text : fallback;
};

/** A message's time of day. */
export const timeOf = (ts: string, { locale, timeZone }: Place): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(Number(ts) * 1000);
