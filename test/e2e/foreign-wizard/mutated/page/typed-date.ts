import type { PageSpec } from '../page-spec.ts';

const AT: Readonly<Record<PageSpec['dateOrder'], readonly [number, number, number]>> = {
  ymd: [0, 1, 2],
  dmy: [2, 1, 0],
  mdy: [2, 0, 1],
};

/** What a typed date means to the page. @returns null for none, undefined where it is no date */
export const typedDate = (
  typed: string,
  order: PageSpec['dateOrder'],
): string | null | undefined => {
  if (typed === '') return null;
  const parts = typed.split(/[./-]/);
  const [year = '', month = '', day = ''] = AT[order].map((at) => parts[at]?.padStart(2, '0'));
  const iso = `${year}-${month}-${day}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso ? undefined : iso;
};
