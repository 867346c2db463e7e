import type { App, Flow, Round } from './bot-flows.ts';

/** All rounds of one app with so many at once. */
type Rounds = Readonly<Record<App['name'], readonly Round[]>>;

/** @param share of 1, such as 0.99 */
const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
};

const flowsOf = (rounds: readonly Round[]): readonly Flow[] => rounds.flatMap(({ flows }) => flows);

const timesOf = (rounds: readonly Round[], key: 'opened' | 'acked' | 'delivered'): number[] =>
  flowsOf(rounds).flatMap((flow) => flow[key] ?? []);

const MEASURES = [
  { key: 'opened', name: 'command to views.open', aim: 1.25 },
  { key: 'acked', name: 'submit to ack', aim: 1.25 },
  { key: 'delivered', name: 'submit to ephemeral', aim: undefined },
] as const;

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
export const reportLines = (atOnce: number, rounds: Rounds): readonly string[] => {
  const { bare, unavoidable, bot } = rounds;
  const times = MEASURES.map(({ key, name, aim }) => {
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
