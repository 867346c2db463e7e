import { createGate } from './gate.ts';

/** So many bots share a process: to start one costs as much as what a few of them do. */
const TOGETHER = 8;

/**
 * Has the rows of a suite lived through in groups, one group after another.
 * @param live gives of each row of a group what became of it
 * @returns what became of a row
 */
export const together = <Row, Outcome>(
  rows: readonly Row[],
  live: (group: readonly Row[]) => Promise<readonly Outcome[]>,
): ((row: Row) => Promise<Outcome>) => {
  const gate = createGate(1);
  const groups = new Map<number, Promise<readonly Outcome[]>>();
  return async (row) => {
    const index = rows.indexOf(row);
    const first = index - (index % TOGETHER);
    const group = groups.get(first) ?? gate(() => live(rows.slice(first, first + TOGETHER)));
    groups.set(first, group);
    const outcome = (await group)[index - first];
    if (outcome === undefined) throw new Error('There is no such row.');
    return outcome;
  };
};
