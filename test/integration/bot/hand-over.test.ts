import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { APPROVE, DELIVER, REFUSE, REVOKE, WITHDRAW } from '../../../bot/messages/action-ids.ts';
import { TEXTS } from '../../../bot/messages/texts.ts';
import { readRequestFragment } from '../../../shared/request-link.ts';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import { pressForm } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import {
  askForAlm,
  COCKPIT,
  freshToken,
  HAND_OVER_POLICY,
  handIn,
  openDeliver,
  tokensShownTo,
  WITHOUT_API,
} from '../../support/hand-over.ts';
import { inDm } from '../../support/petitions.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const linkIn = (blocks: readonly object[]): string =>
  /"url":"([^"]+)"/.exec(JSON.stringify(blocks))?.[1] ?? '';

describe.each(['http', 'socket'] as const)('a token that people make, over %s', (transport) => {
  let stage: BotStage;
  beforeAll(async () => {
    stage = await startBotStage(transport, undefined, HAND_OVER_POLICY, WITHOUT_API);
  });
  beforeEach(() => {
    const { slack } = stage.world;
    slack.clearFaults();
    stage.clock.advance(MINUTE);
    for (const name of ['ada', 'ivo', 'mia', 'gus']) slack.asPerson(name).reload();
  });
  afterAll(async () => stage.close());

  const dm = (person: string, name: string, words: string | RegExp) =>
    inDm(stage.world.slack, person, name, words);

  const press = async (person: string, name: string, words: string | RegExp, button: string) =>
    stage.world.slack.asPerson(person).press(await dm(person, name, words), button);

  /** A request that ada has approved. */
  const approved = async (name: string, tenant = 'Alm'): Promise<void> => {
    expect(await askForAlm(stage.world.slack, 'ivo', name, tenant)).toMatchObject({
      kind: 'updated',
    });
    await press('ada', name, 'asks for', APPROVE);
    await dm('ada', name, 'Open the cockpit');
  };

  const shownTo = (person: string) => tokensShownTo(stage.world.slack, person);

  it('is asked for, made in the cockpit from the link, handed in, and shown to the one who asked', async () => {
    const { slack } = stage.world;
    await askForAlm(slack, 'ivo', 'Made by hand');
    await dm('mia', 'Made by hand', 'chiede');
    await press('ada', 'Made by hand', 'asks for', APPROVE);
    const made = await dm('ada', 'Made by hand', 'Open the cockpit');
    expect(made.buttons.map(({ actionId }) => actionId)).toEqual([DELIVER, REFUSE]);
    const link = linkIn(made.blocks);
    expect(link.startsWith(`${COCKPIT}#tenant-token=`)).toBe(true);
    expect(readRequestFragment(link)).toMatchObject({
      value: {
        name: 'Made by hand',
        tenantId: 'alm-1',
        permissions: ['read'],
        from: { person: 'Ivo Keller', workspace: 'Harbour Works' },
      },
    });
    expect((await dm('mia', 'Made by hand', 'che crea il token')).buttons).toEqual([]);
    await dm('ivo', 'Made by hand', 'erstellt das Token im Cockpit');

    const token = freshToken();
    expect(await handIn(slack, 'ada', 'Made by hand', token)).toMatchObject({ kind: 'updated' });
    const ada = slack.asPerson('ada');
    await ada.until(() => ada.modal()?.words.includes('Delivered: press “Save”'));
    expect(shownTo('ivo')).toEqual([token]);
    const [message] = slack.asPerson('ivo').ephemerals();
    expect(message?.words).toContain('sobald die Person, die es erstellt hat, es gespeichert hat');
    expect(message?.buttons.map(({ actionId }) => actionId)).not.toContain(REVOKE);
    expect((await dm('ada', 'Made by hand', 'Delivered: press “Save”')).buttons).toEqual([]);
    await dm('ivo', 'Made by hand', 'genehmigt und erstellt');
    expect(await stage.petition('Made by hand')).toMatchObject({
      state: 'delivered',
      decided_by: slack.person('ada').id,
      events: ['submitted', 'addressed', 'approved', 'handed_in', 'brought'],
    });
    expect(await stage.flow('Made by hand')).toBeUndefined();
    expect(slack.history().some(({ blocks }) => JSON.stringify(blocks).includes(token))).toBe(
      false,
    );
    expect(stage.world.logged.some((line) => line.includes(token))).toBe(false);
  });

  it('is handed in once, and never a second time for anybody', async () => {
    const { slack } = stage.world;
    const token = freshToken();
    await approved('First');
    expect((await handIn(slack, 'ada', 'First', token)).kind).toBe('updated');
    await dm('ada', 'First', 'Delivered');
    await approved('Second');
    expect(await handIn(slack, 'ada', 'Second', token)).toMatchObject({
      kind: 'errors',
      errors: { token: TEXTS.en.handOver.errors.used },
    });
    await slack.asPerson('ada').close();
    expect(await stage.petition('Second')).toMatchObject({ state: 'making' });
    await press('ivo', 'Second', 'Cockpit', WITHDRAW);
    await dm('ada', 'Second', 'no longer wanted');
  });

  it.each([
    ['an address', COCKPIT, 'address'],
    ['the name of the one who asked', 'ivo keller', 'name'],
    ['another form', 'geheim-geheim-geheim', 'documented'],
  ] as const)(
    'is not handed in where it is %s, and what was typed is kept',
    async (_, text, fault) => {
      const { slack } = stage.world;
      const name = `Odd ${fault}`;
      await approved(name);
      expect(await handIn(slack, 'ada', name, text)).toEqual({
        kind: 'errors',
        errors: { token: TEXTS.en.handOver.errors[fault] },
      });
      const token = freshToken();
      const ada = slack.asPerson('ada');
      await ada.type('token', token);
      expect((await ada.submit()).kind).toBe('updated');
      await dm('ada', name, 'Delivered');
      expect(shownTo('ivo')).toEqual([token]);
    },
  );

  it('may have any form where the policy says so', async () => {
    await approved('Of any form', 'Sol');
    await handIn(stage.world.slack, 'ada', 'Of any form', 'sol_live_0123456789.abcdef');
    await dm('ada', 'Of any form', 'Delivered');
    expect(shownTo('ivo')).toEqual(['sol_live_0123456789.abcdef']);
  });

  it.each([
    ['Slack takes the message nowhere', { error: 'user_not_found' }, false],
    ['Slack does not say whether it took it', { status: 500 }, true],
  ] as const)('is called off where %s, its maker told at once', async (_, fault, doubted) => {
    const { slack } = stage.world;
    const name = `Lost ${String(doubted)}`;
    await approved(name);
    slack.fault({ method: 'chat.postEphemeral', ...fault });
    const token = freshToken();
    await handIn(slack, 'ada', name, token);
    const ada = slack.asPerson('ada');
    await ada.until(() => ada.modal()?.words.includes('was not delivered. Cancel it'));
    await dm('ada', name, 'not delivered for certain. Cancel it');
    if (doubted) await dm('ivo', name, 'Falls Sie es sehen, verwerfen Sie es');
    expect(await stage.petition(name)).toMatchObject({ state: 'making' });
    await ada.close();
    // It is spent; another one is taken.
    expect(await handIn(slack, 'ada', name, token)).toMatchObject({ kind: 'errors' });
    const other = freshToken();
    await ada.type('token', other);
    expect((await ada.submit()).kind).toBe('updated');
    await dm('ada', name, 'Delivered');
    expect(shownTo('ivo')).toContain(other);
  });

  it('is told to be asked about first where the one who asked is away', async () => {
    const { slack } = stage.world;
    await approved('For someone away');
    slack.changePerson('ivo', { away: true });
    const ada = await openDeliver(slack, 'ada', 'For someone away');
    expect(ada.modal()?.words).toContain('⚠ Slack shows the person who asked as away');
    await ada.type('token', freshToken());
    await ada.submit();
    await ada.until(() => ada.modal()?.words.includes('ask them before you press “Save”'));
    await dm('ada', 'For someone away', 'ask them before you press');
    slack.changePerson('ivo', { away: false });
  });

  describe('decided again from live data', () => {
    it('is not delivered where the one who asked has left, and its maker is told to cancel it', async () => {
      const { slack } = stage.world;
      await approved('Of someone gone');
      const ada = await openDeliver(slack, 'ada', 'Of someone gone');
      slack.changePerson('ivo', { deleted: true });
      await ada.type('token', freshToken());
      const said = await ada.submit();
      slack.changePerson('ivo', { deleted: false });
      expect(said).toMatchObject({ kind: 'errors' });
      expect(JSON.stringify(said)).toMatch(/no longer a member[^]+Cancel it in the cockpit/);
      expect(await stage.petition('Of someone gone')).toMatchObject({
        state: 'void',
        because: 'asker',
      });
      expect(shownTo('ivo')).toEqual([]);
    });

    it('is not delivered where the policy no longer gives it', async () => {
      const { slack } = stage.world;
      await approved('No longer granted');
      const loads = (): number =>
        stage.world.logged.filter((line) => line.includes('policy_loaded')).length;
      const before = loads();
      stage.world.writePolicy((all) => ({ ...HAND_OVER_POLICY(all), rules: [] }));
      await eventually(() => loads() > before);
      const said = await handIn(slack, 'ada', 'No longer granted', freshToken());
      stage.world.writePolicy(HAND_OVER_POLICY);
      await eventually(() => loads() > before + 1);
      expect(JSON.stringify(said)).toMatch(/policy no longer gives this/);
      expect(await stage.petition('No longer granted')).toMatchObject({ state: 'void' });
    });

    it('is not taken while Slack does not say who anybody is, and can be handed in then', async () => {
      const { slack } = stage.world;
      await approved('Unanswered');
      const ada = await openDeliver(slack, 'ada', 'Unanswered');
      const token = freshToken();
      await ada.type('token', token);
      slack.fault({ method: 'users.info', status: 503 });
      expect(await ada.submit()).toMatchObject({ kind: 'errors' });
      slack.clearFaults();
      expect((await ada.submit()).kind).toBe('updated');
      await dm('ada', 'Unanswered', 'Delivered');
      expect(shownTo('ivo')).toEqual([token]);
    });
  });

  it.each([
    ['someone who is not named', 'gus'],
    ['someone of another workspace', 'stella'],
    ['the one who asked', 'ivo'],
  ])('is not handed in by %s, however the press or the form is forged', async (_, person) => {
    const { slack } = stage.world;
    const name = `Attacked by ${person}`;
    await approved(name);
    const tamper = (payload: Record<string, unknown>) => ({
      ...payload,
      user: { id: slack.person(person).id },
    });
    const ada = await openDeliver(slack, 'ada', name);
    await ada.type('token', freshToken());
    slack.fault({ request: 'view_submission', tamper });
    expect(await ada.submit()).toMatchObject({ kind: 'errors' });
    await ada.close();
    slack.clearFaults();
    slack.fault({ request: 'block_actions', tamper });
    await pressForm(ada, await dm('ada', name, 'Open the cockpit'), REFUSE);
    slack.fault({ request: 'view_submission', tamper });
    await ada.submit();
    await slack.idle();
    expect(await stage.petition(name)).toMatchObject({ state: 'making' });
    expect(shownTo('ivo')).toEqual([]);
    slack.clearFaults();
    await press('ivo', name, 'Cockpit', WITHDRAW);
    await dm('ada', name, 'no longer wanted');
  });

  it('is not handed in for a request that waits, nor by a form of whatever metadata', async () => {
    const { slack } = stage.world;
    await approved('Forged');
    await askForAlm(slack, 'ivo', 'Not approved');
    await dm('ada', 'Not approved', 'asks for');
    const waiting = (await stage.petition('Not approved'))?.id ?? '';
    const metadata = [
      '',
      '{',
      '[]',
      '{"version":1,"petitionId":"../x","channel":null}',
      `{"version":1,"petitionId":"${waiting}","channel":null}`,
      `{"version":1,"petitionId":"no-such","channel":null}`,
    ];
    for (const each of metadata) {
      const ada = await openDeliver(slack, 'ada', 'Forged');
      await ada.type('token', freshToken());
      slack.fault({
        request: 'view_submission',
        tamper: (payload) => ({
          ...payload,
          view: { ...(payload['view'] as object), private_metadata: each },
        }),
      });
      expect(await ada.submit()).toMatchObject({ kind: 'errors' });
      await ada.close();
      slack.clearFaults();
    }
    expect(await stage.petition('Forged')).toMatchObject({ state: 'making' });
    expect(await stage.petition('Not approved')).toMatchObject({ state: 'waiting' });
    expect(shownTo('ivo')).toEqual([]);
    for (const name of ['Forged', 'Not approved']) {
      await press('ivo', name, 'Cockpit|Wartet', WITHDRAW);
      await dm('ivo', name, 'zurückgezogen');
    }
  });

  it('has one outcome where it is handed in twice and withdrawn at the same moment', async () => {
    const { slack } = stage.world;
    await approved('Contested');
    const first = await openDeliver(slack, 'ada', 'Contested');
    const tokens = [freshToken(), freshToken()];
    await first.type('token', tokens[0] ?? '');
    const second = slack.asPerson('ada', 'second');
    await pressForm(second, await dm('ada', 'Contested', 'Open the cockpit'), DELIVER);
    await second.type('token', tokens[1] ?? '');
    await Promise.all([
      first.submit(),
      second.submit(),
      press('ivo', 'Contested', 'Cockpit', WITHDRAW),
    ]);
    await eventually(async () =>
      ['delivered', 'withdrawn'].includes((await stage.petition('Contested'))?.state ?? ''),
    );
    await stage.settle();
    const petition = await stage.petition('Contested');
    const delivered = petition?.state === 'delivered';
    expect(petition?.events.filter((each) => each === 'brought')).toHaveLength(delivered ? 1 : 0);
    expect(shownTo('ivo')).toHaveLength(delivered ? 1 : 0);
    second.leave();
  });

  it('is to be cancelled where another was handed in for the same request, and not where it is that one', async () => {
    const { slack } = stage.world;
    const tokens = { first: freshToken(), second: freshToken() };
    await approved('Twice');
    const first = await openDeliver(slack, 'ada', 'Twice');
    const windows = [slack.asPerson('ada', 'second'), slack.asPerson('ada', 'third')];
    for (const each of windows) {
      await pressForm(each, await dm('ada', 'Twice', 'Open the cockpit'), DELIVER);
    }
    await first.type('token', tokens.first);
    await windows[0]?.type('token', tokens.second);
    await windows[1]?.type('token', tokens.first);
    expect((await first.submit()).kind).toBe('updated');
    const { errors } = TEXTS.en.handOver;
    const { late } = TEXTS.en.petitions.answers;
    expect(await windows[0]?.submit()).toMatchObject({
      errors: { token: `${late} ${errors.unwanted}` },
    });
    expect(await windows[1]?.submit()).toMatchObject({ errors: { token: late } });
    expect(shownTo('ivo')).toEqual([tokens.first]);
    for (const each of windows) each.leave();
  });

  it('is reminded of once, and lapses, which its maker is told', async () => {
    await approved('Forgotten');
    stage.clock.advance(3 * DAY + 1000);
    for (let round = 0; round < 3; round += 1) await stage.clock.sweep();
    await dm('ada', 'Forgotten', 'no longer wanted');
    await dm('ivo', 'Forgotten', 'verfallen');
    expect(await stage.petition('Forgotten')).toMatchObject({ state: 'lapsed' });
  });
});

describe('a policy that names nobody who makes tokens', () => {
  it('refuses what a rule grants, and says what has to be added', async () => {
    const stage = await startBotStage(
      'http',
      undefined,
      (slack) => {
        const { handOver: _, ...policy } = HAND_OVER_POLICY(slack) as Record<string, unknown>;
        return policy;
      },
      WITHOUT_API,
    );
    try {
      const said = await askForAlm(stage.world.slack, 'ivo', 'Nobody makes it');
      expect(JSON.stringify(said)).toMatch(/handOver[^]+Ada Berger/);
      expect(stage.world.logged.some((line) => line.includes('nobody_makes_tokens'))).toBe(true);
    } finally {
      await stage.close();
    }
  });
});
