/**
 * The rows that this version can read: what is odd about one costs that one.
 * @param read throws for any other
 * @param unreadable called with each that is left out
 */
export const readableOf =
  <Row, Read>(read: (row: Row) => Read, unreadable: (row: Row) => void) =>
  (row: Row): Read[] => {
    try {
      return [read(row)];
    } catch {
      unreadable(row);
      return [];
    }
  };

/** A query of rows in a fixed order, of which some can be asked for after others. */
interface Paged<Row> {
  readonly limit: (most: number) => {
    readonly offset: (before: number) => { readonly execute: () => Promise<readonly Row[]> };
  };
}

/** So many of some rows as this version can read: what cannot be read is not to stand in the way of what can. */
export const readableAmong = async <Row, Read>(
  rows: Paged<Row>,
  limit: number,
  readable: (row: Row) => readonly Read[],
): Promise<readonly Read[]> => {
  const found: Read[] = [];
  for (let seen = 0; ;) {
    const page = await rows.limit(limit).offset(seen).execute();
    seen += page.length;
    found.push(...page.flatMap(readable));
    if (found.length >= limit || page.length < limit) return found.slice(0, limit);
  }
};
