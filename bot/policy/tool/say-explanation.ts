import type { Decision, Reason } from '../../../shared/policy/decide.ts';
import type { Explained, Explanation, Shortfall } from '../../../shared/policy/explain.ts';

const SHORTFALLS: Readonly<Record<Exclude<Shortfall['code'], 'lifetime'>, string>> = {
  who: 'is not for this person here',
  tenant: 'does not name the tenant',
  all_tenants: 'does not grant "All tenants"',
  permissions: 'grants none of the permissions',
};

const REASONS: Readonly<Record<Reason['code'], string>> = {
  guest: 'no rule names this guest',
  bot: 'no rule names this bot',
  outsider: 'no rule names this person of another workspace',
  gone: 'the account is deactivated',
  no_rule: 'no rule is for this person here',
  tenant: 'no rule for this person names the tenant',
  all_tenants: 'no rule for this person grants "All tenants"',
  permissions: 'no rule grants',
  lifetime: 'the last day that is granted is',
  never: 'never is not granted; the last day that is granted is',
  approvals: 'its parts need the yes of different people, and nobody’s covers all of it',
  no_maker: 'people make these tokens, and neither handOver nor a rule names who does',
};

const reasonSaid = (reason: Reason): string => {
  const text = REASONS[reason.code];
  if (reason.code === 'permissions') return `${text} ${reason.permissions.join(', ')}`;
  if (reason.code === 'lifetime' || reason.code === 'never') return `${text} ${reason.latest}`;
  return text;
};

const shortfallSaid = (shortfall: Shortfall): string =>
  shortfall.code === 'lifetime'
    ? `ends on ${shortfall.latest} at the latest`
    : SHORTFALLS[shortfall.code];

const decisionSaid = (decision: Decision): readonly string[] => {
  switch (decision.kind) {
    case 'allow':
      return ['ALLOWED'];
    case 'ask':
      return [
        'ASKS FOR APPROVAL',
        ...decision.ways.map(({ approval: { by, channel } }) => {
          const place = channel === null ? '' : `, asked in ${channel}`;
          return `  by one of ${[...by.users, ...by.groups].join(', ')}${place}`;
        }),
      ];
    case 'refuse':
      return [
        'REFUSED',
        ...decision.reasons.map((reason) => `  ${reasonSaid(reason)} (ask: ${reason.ask})`),
      ];
  }
};

const ruleSaid = ({ rule, grants, shortfalls }: Explained, place: number): string => {
  const note = rule.note === undefined ? '' : ` (${rule.note})`;
  const says = [
    ...(grants.length > 0 ? [`grants ${grants.join(', ')}`] : []),
    ...(grants.length > 0 && rule.approval ? ['once someone approves'] : []),
    ...shortfalls.map(shortfallSaid),
  ];
  return `  rules[${place}]${note}: ${says.join('; ')}`;
};

const block = (
  title: string,
  all: readonly Explained[],
  among: (explained: Explained) => boolean,
): readonly string[] => {
  const lines = all.flatMap((each, place) => (among(each) ? ruleSaid(each, place) : []));
  return lines.length === 0 ? [] : [title, ...lines];
};

/** So many rules that are not for this person are told one by one; a file may have thousands. */
const MANY = 50;

const isElsewhere = ({ shortfalls }: Explained): boolean =>
  shortfalls.some(({ code }) => code === 'who');

/** An explanation in lines for whoever writes policies; English, as the file's faults are. */
export const sayExplanation = ({ decision, rules }: Explanation): string => {
  const elsewhere = rules.filter(isElsewhere).length;
  const tellsAll = elsewhere <= MANY;
  return [
    ...decisionSaid(decision),
    ...block('Decided by:', rules, ({ decides }) => decides),
    ...block('Not by:', rules, (each) => !each.decides && (tellsAll || !isElsewhere(each))),
    ...(tellsAll ? [] : [`Nor by ${elsewhere} rules that are not for this person here.`]),
  ].join('\n');
};
