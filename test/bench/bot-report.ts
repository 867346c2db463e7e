import type { App } from './bot-flows.ts';

/** Times by name, in milliseconds; undefined for what did not happen. */
type Times = Readonly<Record<string, number | undefined>> & { readonly missed: number };

interface Round {
  readonly flows: readonly Times[];
  readonly seconds: number;
}

/** All rounds of each app with so many at once. */
type Rounds = Readonly<Record<App['name'], readonly Round[]>>;

/** What is measured: which time, what it is called, and how often the second floor it may be. */
export interface Measure {
  readonly key: string;
  readonly name: string;
  readonly aim?: number;
}

/** @param share of 1, such as 0.99 */
const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
};

const flowsOf = (rounds: readonly Round[]): readonly Times[] =>
  rounds.flatMap(({ flows }) => flows);

const timesOf = (rounds: readonly Round[], key: string): number[] =>
  flowsOf(rounds).flatMap((flow) => flow[key] ?? []);

/** Of a token that is made at once. */
export const DIRECT: readonly Measure[] = [
  { key: 'opened', name: 'command to views.open', aim: 1.25 },
  { key: 'acked', name: 'submit to ack', aim: 1.25 },
  { key: 'delivered', name: 'submit to ephemeral' },
];

/** Of one that someone approves, makes and hands in. */
export const APPROVED: readonly Measure[] = [
  { key: 'approved', name: 'approve to ack', aim: 1.25 },
  { key: 'told', name: 'approve to asker told' },
  { key: 'handedIn', name: 'deliver to ack', aim: 1.25 },
  { key: 'received', name: 'deliver to ephemeral' },
];

const both = (values: readonly number[]): string =>
  values.length === 0
    ? '–'
    : `${percentile(values, 0.5).toFixed(1)} / ${percentile(values, 0.99).toFixed(1)}`;

const ratio = (mine: readonly number[], floor: readonly number[]): number =>
  percentile(mine, 0.5) / percentile(floor, 0.5);

const shown = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2));

const perSecond = (rounds: readonly Round[]): string => {
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  return (flowsOf(rounds).length / seconds).toFixed(1);
};

const missed = (rounds: readonly Round[]): number =>
  flowsOf(rounds).reduce((sum, flow) => sum + flow.missed, 0);

/** The head of the table that {@link reportLines} fill. */
export const REPORT_HEAD = `| at once | measure | bare | unavoidable | bot | bot : bare | bot : unavoidable | aim | |
|---|---|---|---|---|---|---|---|---|`;

/** What was measured with so many at once, as rows of a table; milliseconds as p50 / p99. */
export const reportLines = (
  atOnce: number,
  rounds: Rounds,
  measures: readonly Measure[],
): readonly string[] => {
  const { bare, unavoidable, bot } = rounds;
  const times = measures.map(({ key, name, aim }) => {
    const [mine, low, high] = [timesOf(bot, key), timesOf(bare, key), timesOf(unavoidable, key)];
    const against = ratio(mine, high);
    const verdict = aim === undefined ? ['', ''] : [`≤ ${aim}`, against <= aim ? 'met' : 'missed'];
    return [
      name,
      both(low),
      both(high),
      both(mine),
      shown(ratio(mine, low)),
      shown(against),
    ].concat(verdict);
  });
  const none = missed(bot);
  return [
    ...times,
    ['flows a second', perSecond(bare), perSecond(unavoidable), perSecond(bot), '', '', '', ''],
    [
      'missed deadlines',
      missed(bare),
      missed(unavoidable),
      none,
      '',
      '',
      '0',
      none ? 'missed' : 'met',
    ],
  ].map((cells) => `| ${atOnce} | ${cells.join(' | ')} |`);
};
