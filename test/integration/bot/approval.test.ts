import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { APPROVE, ASK_AGAIN, REFUSE, REVOKE, WITHDRAW } from '../../../bot/messages/action-ids.ts';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import { pressForm } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import { APPROVAL_POLICY, askToWrite, inDm, openForm } from '../../support/petitions.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe.each(['http', 'socket'] as const)(
  'a request that needs approval, over %s',
  (transport) => {
    let stage: BotStage;
    beforeAll(async () => {
      stage = await startBotStage(transport, undefined, APPROVAL_POLICY);
    });
    beforeEach(() => {
      stage.world.slack.clearFaults();
      for (const name of ['ada', 'ivo', 'mia', 'gus']) stage.world.slack.asPerson(name).reload();
    });
    afterAll(async () => stage.close());

    const dm = (person: string, name: string, words: string | RegExp) =>
      inDm(stage.world.slack, person, name, words);

    const press = async (person: string, name: string, words: string | RegExp, button: string) => {
      const message = await dm(person, name, words);
      return stage.world.slack.asPerson(person).press(message, button);
    };

    const tokenOf = async (person: string): Promise<string> => {
      const window = stage.world.slack.asPerson(person);
      const message = await window.until(() =>
        window.ephemerals().find(({ preformatted }) => preformatted.length > 0),
      );
      return message.preformatted[0] ?? '';
    };

    it('is put to those who may approve, in the language of each, and the token comes once one does', async () => {
      const { slack, platform } = stage.world;
      const outcome = await askToWrite(slack, 'ivo', 'Approved one');
      expect(outcome).toMatchObject({
        kind: 'updated',
        modal: {
          words: expect.stringMatching(/liegt nun denen vor/) as unknown,
          close: 'Schließen',
        },
      });
      const waits = await dm('ivo', 'Approved one', 'Wartet auf Genehmigung');
      for (const name of ['ada', 'mia']) {
        expect(waits.words).toContain(`<@${slack.person(name).id}>`);
      }
      const asked = await dm('ada', 'Approved one', 'asks for the API token');
      expect(asked.words).toMatch(/Read and Write in .Nord. alone/u);
      expect(asked.words).toContain('For the nightly build');
      expect(asked.words).toContain('rules[1]: Integrators write, once somebody has looked at it.');
      expect(asked.words).toContain(`Asked in <#${slack.channel('operations').id}>`);
      await dm('mia', 'Approved one', 'chiede il token API');
      expect(await stage.flow('Approved one')).toBeUndefined();

      await press('ada', 'Approved one', 'asks for', APPROVE);
      const key = await tokenOf('ivo');
      expect((await dm('ada', 'Approved one', 'has reached the person')).buttons).toEqual([]);
      await dm(
        'mia',
        'Approved one',
        `Approvato da <@${slack.person('ada').id}>. Il token è arrivato`,
      );
      await dm('ivo', 'Approved one', 'genehmigt, erstellt und zugestellt');
      const receipt = await dm('ivo', 'Approved one', 'gespeichert und funktioniert');
      expect(receipt.buttons.map(({ actionId }) => actionId)).toContain(REVOKE);
      expect((await platform.call('GET', '/api/v1/devices', { key })).status).toBe(200);
      expect(slack.history().some(({ words }) => words.includes(key))).toBe(false);
      const petition = await stage.petition('Approved one');
      expect(petition).toMatchObject({ state: 'delivered', decided_by: slack.person('ada').id });
      // The record has its token's way among its own; when people were told is another matter.
      expect(petition?.events.filter((each) => each !== 'said')).toEqual([
        'submitted',
        'addressed',
        'approved',
        'claimed',
        'generated',
        'trying',
        'delivered',
        'save_answered',
        'made',
      ]);
    });

    it('is none where a rule grants it without one', async () => {
      expect(await stage.ask('Free', { person: 'ivo' })).toBe('closed');
      await tokenOf('ivo');
      expect(await stage.petition('Free')).toBeUndefined();
    });

    it('says in the form that someone has to approve', async () => {
      const window = await openForm(stage.world.slack, 'ivo', '--permissions read,write');
      const modal = window.modal();
      expect(modal?.words).toContain(
        `Bevor das Token erstellt wird, muss es jemand genehmigen: <@${stage.world.slack.person('ada').id}>`,
      );
      await window.close();
    });

    it('is refused with a reason, which the one who asked reads, and can be asked for again', async () => {
      const { slack } = stage.world;
      await askToWrite(slack, 'ivo', 'Refused one');
      const mia = slack.asPerson('mia');
      await pressForm(mia, await dm('mia', 'Refused one', 'chiede'), REFUSE);
      await mia.type('reason', '<!channel> *not* this week');
      expect((await mia.submit()).kind).toBe('closed');
      const notice = await dm('ivo', 'Refused one', 'abgelehnt[^]+not. this week[^]+Erneut');
      await dm('ada', 'Refused one', `Refused by <@${mia.personId}>.`);
      expect(await stage.petition('Refused one')).toMatchObject({
        state: 'refused',
        reason: '<!channel> *not* this week',
      });
      const ivo = slack.asPerson('ivo');
      await pressForm(ivo, notice, ASK_AGAIN);
      expect(ivo.modal()?.fields.find(({ blockId }) => blockId === 'name')?.value).toBe(
        'Refused one',
      );
      await ivo.close();
    });

    it('is withdrawn by the one who asked, and nobody can approve it any more', async () => {
      const { slack } = stage.world;
      await askToWrite(slack, 'ivo', 'Withdrawn one');
      const stale = await dm('ada', 'Withdrawn one', 'asks for');
      await press('ivo', 'Withdrawn one', 'Wartet', WITHDRAW);
      expect((await dm('ada', 'Withdrawn one', 'Withdrawn by')).buttons).toEqual([]);
      expect((await dm('ivo', 'Withdrawn one', 'zurückgezogen')).words).toContain(
        'Erneut anfordern',
      );
      await slack
        .asPerson('ada')
        .press(stale, APPROVE)
        .catch(() => undefined);
      expect(await stage.petition('Withdrawn one')).toMatchObject({ state: 'withdrawn' });
      expect(await stage.flow('Withdrawn one')).toBeUndefined();
    });

    it('has one outcome where it is approved by two and withdrawn at the same moment', async () => {
      const { slack } = stage.world;
      await askToWrite(slack, 'ivo', 'Contested one');
      await Promise.all([
        press('ada', 'Contested one', 'asks for', APPROVE),
        press('mia', 'Contested one', 'chiede', APPROVE),
        press('ivo', 'Contested one', 'Wartet', WITHDRAW),
      ]);
      const open = ['waiting', 'approved'];
      await eventually(
        async () => !open.includes((await stage.petition('Contested one'))?.state ?? 'waiting'),
      );
      await stage.settle();
      const petition = await stage.petition('Contested one');
      expect(['delivered', 'withdrawn']).toContain(petition?.state);
      const answers = petition?.events.filter(
        (each) => each === 'approved' || each === 'withdrawn',
      );
      expect(answers).toHaveLength(1);
      const flow = await stage.flow('Contested one');
      expect(flow?.progress.state).toBe(petition?.state === 'delivered' ? 'saved' : undefined);
    });

    it('that waits already is not taken twice', async () => {
      const { slack } = stage.world;
      await askToWrite(slack, 'ivo', 'Twice');
      expect(await askToWrite(slack, 'ivo', 'Twice')).toMatchObject({
        kind: 'errors',
        errors: {
          name: expect.stringContaining('Genau das haben Sie bereits angefordert') as unknown,
        },
      });
      await press('ivo', 'Twice', 'Wartet', WITHDRAW);
      await dm('ivo', 'Twice', 'zurückgezogen');
      expect(await askToWrite(slack, 'ivo', 'Twice')).toMatchObject({ kind: 'updated' });
      await press('ivo', 'Twice', 'Wartet', WITHDRAW);
    });

    it('of one’s own is approved by someone else alone, unless the policy names one for that', async () => {
      const { slack } = stage.world;
      await askToWrite(slack, 'ada', 'Of her own');
      await dm('ada', 'Of her own', 'Waiting for approval');
      const asked = await dm('mia', 'Of her own', 'chiede');
      expect((await dm('ada', 'Of her own', 'Waiting')).words).not.toContain(
        slack.person('ada').id,
      );
      // None was sent to her, so the press is made up.
      slack.fault({
        request: 'block_actions',
        tamper: (payload) => ({ ...payload, user: { id: slack.person('ada').id } }),
      });
      await slack.asPerson('mia').press(asked, APPROVE);
      await slack.idle();
      expect(await stage.petition('Of her own')).toMatchObject({ state: 'waiting' });
      await press('mia', 'Of her own', 'chiede', APPROVE);
      await dm('ada', 'Of her own', 'Approved by');
      await stage.settle();
    });

    describe('decided again from live data', () => {
      const submit = async (name: string): Promise<void> => {
        await askToWrite(stage.world.slack, 'ivo', name);
        await dm('ada', name, 'asks for');
      };

      it('is void where the one who asked has left', async () => {
        await submit('Of someone gone');
        stage.world.slack.changePerson('ivo', { deleted: true });
        await press('ada', 'Of someone gone', 'asks for', APPROVE);
        await dm('ada', 'Of someone gone', 'no longer a member');
        stage.world.slack.changePerson('ivo', { deleted: false });
        expect(await stage.petition('Of someone gone')).toMatchObject({
          state: 'void',
          because: 'asker',
        });
      });

      it('waits on where the approver has left', async () => {
        await submit('Left by her');
        stage.world.slack.changePerson('ada', { deleted: true });
        await press('ada', 'Left by her', 'asks for', APPROVE);
        const ada = stage.world.slack.asPerson('ada');
        await ada.until(() =>
          ada.messages(ada.directMessage()).length > 0
            ? ada.ephemerals().find(({ words }) => words.includes('policy names for it'))
            : undefined,
        );
        stage.world.slack.changePerson('ada', { deleted: false });
        // What is known of her may be minutes old where she is only to be written to.
        stage.clock.advance(6 * MINUTE);
        expect(await stage.petition('Left by her')).toMatchObject({ state: 'waiting' });
        await press('ivo', 'Left by her', 'Wartet', WITHDRAW);
      });

      it('is void where the policy has changed', async () => {
        await submit('No longer granted');
        const policy = APPROVAL_POLICY(stage.world.slack) as { rules: object[] };
        stage.world.writePolicy(() => ({ ...policy, rules: policy.rules.slice(0, 1) }));
        await eventually(() => stage.world.logged.some((line) => line.includes('policy_loaded')));
        await press('ada', 'No longer granted', 'asks for', APPROVE);
        await dm('ivo', 'No longer granted', 'Richtlinie erlaubt das nicht mehr');
        expect(await stage.petition('No longer granted')).toMatchObject({
          state: 'void',
          because: 'policy',
        });
        const before = stage.world.logged.length;
        stage.world.writePolicy(APPROVAL_POLICY);
        await eventually(() =>
          stage.world.logged.slice(before).some((line) => line.includes('policy_loaded')),
        );
      });

      it('stays as it is where Slack does not answer', async () => {
        await submit('Unanswered');
        stage.world.slack.fault({ method: 'users.info', status: 503, times: 2 });
        await press('ada', 'Unanswered', 'asks for', APPROVE);
        const ada = stage.world.slack.asPerson('ada');
        await ada.until(() =>
          ada.ephemerals().find(({ words }) => words.includes('Slack does not')),
        );
        expect(await stage.petition('Unanswered')).toMatchObject({ state: 'waiting' });
        await press('ivo', 'Unanswered', 'Wartet', WITHDRAW);
      });
    });

    it.each([
      ['someone who is not named', 'gus'],
      ['someone of another workspace', 'stella'],
      ['a bot', 'buildbot'],
      ['the one who asked', 'ivo'],
    ])('is not answered by %s, however the press or the form is forged', async (_, person) => {
      const { slack } = stage.world;
      const name = `Attacked by ${person}`;
      stage.clock.advance(MINUTE);
      await askToWrite(slack, 'ivo', name);
      const asked = await dm('ada', name, 'asks for');
      const ada = slack.asPerson('ada');
      const tamper = (payload: Record<string, unknown>) => ({
        ...payload,
        user: { id: slack.person(person).id },
      });
      slack.fault({ request: 'block_actions', tamper });
      await ada.press(asked, APPROVE);
      await pressForm(ada, asked, REFUSE);
      slack.fault({ request: 'view_submission', tamper });
      await ada.submit();
      await slack.idle();
      expect(await stage.petition(name)).toMatchObject({ state: 'waiting' });
      await press('ivo', name, 'Wartet', WITHDRAW);
      await dm('ivo', name, 'zurückgezogen');
      const events = async () => (await stage.petition(name))?.events ?? [];
      const isDenied = (event: string): boolean => event === 'denied';
      // Each attempt is on record, written once its answer was given.
      await eventually(async () => (await events()).filter(isDenied).length === 2);
      expect((await events()).filter((each) => !isDenied(each))).toEqual([
        'submitted',
        'addressed',
        'withdrawn',
      ]);
    });

    it('takes nothing from a button or a form of whatever value', async () => {
      const { slack } = stage.world;
      stage.clock.advance(MINUTE);
      await askToWrite(slack, 'ivo', 'Fuzzed');
      const asked = await dm('ada', 'Fuzzed', 'asks for');
      const ada = slack.asPerson('ada');
      for (const value of ['', 'no-such-petition', '../..', 'x'.repeat(2000), '<!channel>', '[]']) {
        slack.fault({
          request: 'block_actions',
          tamper: (payload) => ({
            ...payload,
            actions: (payload['actions'] as object[]).map((each) => ({ ...each, value })),
          }),
        });
        expect((await ada.press(asked, APPROVE)).kind).toBe('acknowledged');
      }
      for (const metadata of ['', '{', '[]', '{"version":1,"petitionId":"../x","channel":null}']) {
        await pressForm(ada, asked, REFUSE);
        slack.fault({
          request: 'view_submission',
          tamper: (payload) => ({
            ...payload,
            view: { ...(payload['view'] as object), private_metadata: metadata },
          }),
        });
        expect((await ada.submit()).kind).toBe('closed');
        await slack.idle();
      }
      expect(await stage.petition('Fuzzed')).toMatchObject({ state: 'waiting' });
      await press('ivo', 'Fuzzed', 'Wartet', WITHDRAW);
      await dm('ivo', 'Fuzzed', 'zurückgezogen');
    });

    it('shows what people typed as they typed it, and as nothing else', async () => {
      const { slack } = stage.world;
      const evil = 'Evil <!channel> *b* <@U1> &amp; `c`';
      await askToWrite(slack, 'ivo', evil, evil);
      const asked = await dm('ada', 'Evil', 'asks for');
      expect(asked.text).not.toContain('channel');
      expect(JSON.stringify(asked.blocks)).not.toContain('"mrkdwn"');
      expect(asked.words.split(evil).length - 1).toBe(2);
      await press('ivo', 'Evil', 'Wartet', WITHDRAW);
      await dm('ivo', 'Evil', 'zurückgezogen');
    });

    it('is reminded of once, lapses, and says so, across restarts', async () => {
      const { slack } = stage.world;
      await askToWrite(slack, 'ivo', 'Forgotten');
      await dm('mia', 'Forgotten', 'chiede');
      const reminders = (): number => {
        const mia = slack.asPerson('mia');
        return mia
          .messages(mia.directMessage())
          .filter(({ text, words }) => text.includes('ancora') && words.includes('Forgotten'))
          .length;
      };
      const allSent = () =>
        eventually(async () => (await stage.petition('Forgotten'))?.unsent === 0);
      await allSent();
      stage.clock.advance(DAY + 1000);
      await stage.clock.sweep();
      // Three days without a weekend in them are no matter of this test.
      const expected = (await stage.petition('Forgotten'))?.events.includes('reminded') ? 1 : 0;
      await allSent();
      expect(reminders()).toBe(expected);
      await stage.restart();
      await stage.clock.sweep();
      expect(reminders()).toBe(expected);
      stage.clock.advance(2 * DAY);
      await stage.clock.sweep();
      await stage.clock.sweep();
      await dm('mia', 'Forgotten', 'Scaduto');
      await dm('ivo', 'Forgotten', 'verfallen[^]+Erneut');
      expect(reminders()).toBeLessThanOrEqual(1);
      expect(await stage.petition('Forgotten')).toMatchObject({ state: 'lapsed' });
    });
  },
);
