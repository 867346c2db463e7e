/** One line of the table: what was measured, against what, and what was aimed at. */
export interface Measured {
  readonly name: string;
  readonly value: string;
  /** What it is compared with; '' where the figure stands alone. */
  readonly against?: string;
  readonly ratio?: number;
  /** `met` where the number does not miss the aim. */
  readonly aim?: { readonly text: string; readonly met: boolean };
}

/** @param share of 1, such as 0.99 */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

/** An aim that is an upper bound. */
export const atMost = (value: number, bound: number, unit = '×'): NonNullable<Measured['aim']> => ({
  text: `≤ ${bound} ${unit}`,
  met: value <= bound,
});

/** The head of the table that {@link lineOf} fills. */
export const TABLE_HEAD = `| measure | | against | ratio | aim | |
|---|---|---|---|---|---|`;

/** A measurement as a row of the table. */
export const lineOf = ({ name, value, against = '', ratio, aim }: Measured): string => {
  const verdict = aim ? [aim.text, aim.met ? 'met' : 'missed'] : ['', ''];
  return `| ${[name, value, against, ratio?.toFixed(2) ?? '', ...verdict].join(' | ')} |`;
};
