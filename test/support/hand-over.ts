import { randomBytes } from 'node:crypto';
import { DELIVER } from '../../bot/messages/action-ids.ts';
import { TEXTS } from '../../bot/messages/texts.ts';
import type { Config } from '../../bot/config/config.ts';
import type { PersonWindow } from '../../sandbox/slack/handle/person-window.ts';
import type { Slack } from '../../sandbox/slack/handle/slack.ts';
import type { PolicyFor } from './bot-world.ts';
import { pressForm } from './command-form.ts';
import { inDm, openForm } from './petitions.ts';

export const COCKPIT = 'https://alm.example.com/cockpit';

/** A bot that no platform gives a key: people make the tokens. */
export const WITHOUT_API: Partial<Config> = {
  tenantApiUrl: null,
  tenantApiKey: null,
  tenantUrl: COCKPIT,
};

/** Ivo, gus and ada may read and write in Alm; ada and mia make the tokens, mia her own too. */
export const HAND_OVER_POLICY: PolicyFor = (slack) => ({
  ask: 'Ada Berger',
  tenants: [
    { name: 'Alm', id: 'alm-1', timeZone: 'Europe/Vienna' },
    { name: 'Sol', tokens: 'any' },
  ],
  handOver: {
    by: { users: [slack.person('ada').id, slack.person('mia').id] },
    mayApproveTheirOwn: [slack.person('mia').id],
  },
  rules: [
    {
      note: 'The plants of the valley.',
      who: { users: ['ada', 'ivo', 'gus'].map((name) => slack.person(name).id) },
      tenants: ['Alm', 'Sol'],
      permissions: ['read', 'write'],
      maxDays: 30,
    },
  ],
});

/** A token of the documented form. */
export const freshToken = (): string => randomBytes(32).toString('base64');

/** The tokens that stand in someone's window, which nobody else sees. */
export const tokensShownTo = (slack: Slack, person: string): readonly string[] =>
  slack
    .asPerson(person)
    .ephemerals()
    .flatMap(({ preformatted }) => preformatted);

/** Asks by the form, as someone whom a rule grants it. */
export const askForAlm = async (
  slack: Slack,
  person: string,
  name: string,
  tenant = 'Alm',
): ReturnType<PersonWindow['submit']> => {
  const window = await openForm(slack, person, `"${name}" --tenant ${tenant} --expires 7d`);
  return window.submit();
};

/** The link to the cockpit, in whichever language they read. */
const OPEN = Object.values(TEXTS)
  .map(({ handOver }) => handOver.open)
  .join('|');

/** Opens the modal for the token of a request that someone approved. */
export const openDeliver = async (
  slack: Slack,
  person: string,
  name: string,
): Promise<PersonWindow> => {
  const window = slack.asPerson(person);
  await pressForm(window, await inDm(slack, person, name, OPEN), DELIVER);
  return window;
};

/** Hands in a token. @returns what the submit led to */
export const handIn = async (
  slack: Slack,
  person: string,
  name: string,
  token: string,
): ReturnType<PersonWindow['submit']> => {
  const window = await openDeliver(slack, person, name);
  await window.type('token', token);
  return window.submit();
};
