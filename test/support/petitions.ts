import { COMMAND } from '../../bot/manifest/manifest.ts';
import type { PersonWindow } from '../../sandbox/slack/handle/person-window.ts';
import type { SeenMessage } from '../../sandbox/slack/handle/seen.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import type { PolicyFor } from './bot-world.ts';
import type { TestDatabase } from './databases.ts';
import { commandForm } from './command-form.ts';

/** Integrators of #operations may read freely, and write once ada or mia approves. */
export const APPROVAL_POLICY: PolicyFor = (slack) => ({
  ask: 'Ada Berger',
  rules: [
    {
      who: { channels: [slack.channel('operations').id] },
      tenants: ['Nord'],
      permissions: ['read'],
      maxDays: 90,
    },
    {
      note: 'Integrators write, once somebody has looked at it.',
      who: { users: ['ada', 'ivo', 'gus'].map((name) => slack.person(name).id) },
      tenants: ['Nord', 'Nord Hafen'],
      permissions: ['read', 'write'],
      maxDays: 90,
      approval: {
        by: { users: [slack.person('ada').id, slack.person('mia').id] },
        mayApproveTheirOwn: [slack.person('mia').id],
      },
    },
  ],
});

/** No test waits for the bot's clock, and this machine is never so slow. */
const LONG_MS = 60_000;

/** A petition's row and its record, as they stand in a bot's database. */
export interface PetitionOnRecord {
  readonly id: string;
  readonly state: string;
  readonly because: string | null;
  readonly decided_by: string | null;
  readonly reason: string;
  readonly events: readonly string[];
  /** How many messages about it have yet to be sent, or are being sent. */
  readonly unsent: number;
}

/** Types the command in a window that shows nothing yet, and waits for the form. */
export const openForm = async (
  slack: Slack,
  person: string,
  args: string,
): Promise<PersonWindow> => {
  const window = slack.asPerson(person);
  window.reload();
  await commandForm(window, 'operations', `${COMMAND} create ${args}`);
  return window;
};

/** Asks by the form for write, as someone for whom the policy wants a yes. */
export const askToWrite = async (
  slack: Slack,
  person: string,
  name: string,
  description = 'For the nightly build',
): Promise<Awaited<ReturnType<PersonWindow['submit']>>> => {
  const window = await openForm(slack, person, '--tenant Nord --permissions read,write');
  await window.type('name', name);
  await window.type('description', description);
  return window.submit();
};

/** The last message in someone's conversation with the bot that holds a text; waits for it. */
export const inDm = (
  slack: Slack,
  person: string,
  name: string,
  words: string | RegExp,
): Promise<SeenMessage> => {
  const window = slack.asPerson(person);
  return window.until(
    () =>
      window
        .messages(window.directMessage())
        .findLast((each) => each.words.includes(name) && new RegExp(words, 'u').test(each.words)),
    LONG_MS,
  );
};

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * @param database of a bot that has started
 * @returns finds the youngest petition with a name
 */
export const petitionsIn =
  ({ sql }: TestDatabase) =>
  async (name: string): Promise<PetitionOnRecord | undefined> => {
    const [row] = await sql(
      `SELECT * FROM petitions WHERE request LIKE ${quoted(`%${JSON.stringify(name)}%`)}
       ORDER BY created_at DESC LIMIT 1`,
    );
    if (!row) return undefined;
    const id = quoted(String(row['id']));
    const lines = await sql(`SELECT event FROM audit_lines WHERE subject = ${id} ORDER BY seq`);
    const [copies] = await sql(
      `SELECT count(*) AS unsent FROM copies WHERE petition_id = ${id} AND due_at IS NOT NULL`,
    );
    return {
      ...(row as unknown as PetitionOnRecord),
      events: lines.map((line) => String(line['event'])),
      unsent: Number(copies?.['unsent']),
    };
  };
