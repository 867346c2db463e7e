import { expect } from 'vitest';
import { APPROVE, DELIVER } from '../../bot/messages/action-ids.ts';
import { TEXTS } from '../../bot/messages/texts.ts';
import type { CallFault } from '../../sandbox/slack/handle/faults.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import { pressForm } from './command-form.ts';
import { echo } from './echo.ts';
import { askForAlm, freshToken, handIn, openDeliver } from './hand-over.ts';
import { inDm, openForm } from './petitions.ts';

const EPHEMERAL = 'chat.postEphemeral';

/** As mia reads them. */
const { handOver } = TEXTS.it;
const DELIVERED = handOver.delivered.slice(0, 12);
const MISHAP = 'Non è certo che';

/** How Slack takes the message with a token, or does not. */
const FAULTS: readonly (readonly [string, CallFault])[] = [
  ['Status', { method: EPHEMERAL, afterEffect: true, status: 500, body: 'no' }],
  ['Reset', { method: EPHEMERAL, afterEffect: true, cut: 'reset' }],
  ['Closed', { method: EPHEMERAL, error: 'restricted_action' }],
  ['Blocks', { method: EPHEMERAL, error: 'invalid_blocks' }],
  ['Echo', echo(EPHEMERAL)],
];

const approve = async (
  slack: Slack,
  person: 'ada' | 'mia',
  name: string,
  words: string,
): Promise<void> => {
  const window = slack.asPerson(person);
  window.reload();
  await window.press(await inDm(slack, person, name, 'asks for|chiede'), APPROVE);
  await inDm(slack, person, name, words);
};

const approvedForAlm = async (slack: Slack, name: string): Promise<void> => {
  expect(await askForAlm(slack, 'ivo', name)).toMatchObject({ kind: 'updated' });
  await approve(slack, 'mia', name, handOver.open);
};

/** Ivo asks for what ada approves, and a call makes. @param words that ada's message says in the end */
const approvedByCall = async (slack: Slack, name: string, words: string): Promise<void> => {
  const args = `"${name}" --tenant Nord --permissions create --expires 7d`;
  await (await openForm(slack, 'ivo', args)).submit();
  await approve(slack, 'ada', name, words);
};

/**
 * Has ada approve what a call makes, and mia what she makes and hands in: in her messages, in her Home, and
 * with every fault of what brings a token.
 * @returns the tokens, delivered or not
 */
export const handOverWithFaults = async (slack: Slack): Promise<readonly string[]> => {
  const mia = slack.asPerson('mia');
  const tokens: string[] = [];
  const fresh = (): string => {
    const token = freshToken();
    tokens.push(token);
    return token;
  };

  await approvedByCall(slack, 'Approved', 'has reached');
  slack.fault(echo(EPHEMERAL));
  await approvedByCall(slack, 'Approved, unknown', 'something went wrong');

  await approvedForAlm(slack, 'Handed in');
  const used = fresh();
  expect(await handIn(slack, 'mia', 'Handed in', used)).toMatchObject({ kind: 'updated' });
  await inDm(slack, 'mia', 'Handed in', DELIVERED);
  for (const [name, fault] of FAULTS) {
    await approvedForAlm(slack, `Handed in ${name}`);
    slack.fault(fault);
    await handIn(slack, 'mia', `Handed in ${name}`, fresh());
    await inDm(slack, 'mia', `Handed in ${name}`, MISHAP);
  }

  // Those still wait for another token.
  mia.reload();
  await mia.openHome();
  await mia.until(() => mia.home()?.words.includes('Handed in Echo'));
  await pressForm(mia, 'home', DELIVER);
  const { errors } = handOver;
  for (const [text, why] of [
    [used, errors.used],
    [`!${fresh()}`, errors.documented],
  ] as const) {
    await mia.type('token', text);
    expect(await mia.submit()).toEqual({ kind: 'errors', errors: { token: why } });
  }
  await mia.type('token', fresh());
  expect(await mia.submit()).toMatchObject({ kind: 'updated' });
  await mia.until(() => mia.modal()?.words.includes(DELIVERED));
  await mia.close();

  await openDeliver(slack, 'mia', 'Handed in Reset');
  await mia.type('token', fresh());
  await mia.close();
  return tokens;
};
