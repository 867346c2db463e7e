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
