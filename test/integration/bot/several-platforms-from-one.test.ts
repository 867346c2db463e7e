import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APPROVE, ASK_AGAIN, REVOKE } from '../../../bot/messages/action-ids.ts';
import { TEXTS } from '../../../bot/messages/texts.ts';
import type { PersonWindow } from '../../../sandbox/slack/handle/person-window.ts';
import type { SeenModal } from '../../../sandbox/slack/handle/seen.ts';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import type { PolicyFor } from '../../support/bot-world.ts';
import { namedId } from '../../../shared/policy/platform-names.ts';
import { pressForm } from '../../support/command-form.ts';
import { eventually } from '../../support/eventually.ts';
import { refuse } from '../../support/faults.ts';
import { APPROVAL_POLICY, askToWrite, inDm, openForm } from '../../support/petitions.ts';
import { LIMITS, startTwoPlatforms, type TwoPlatforms } from '../../support/two-platforms.ts';

/** Ada may have anything; ivo may write in Nord, as it is called, once she approves. */
const policyFor =
  (nord: string): PolicyFor =>
  (slack) => {
    const [, approval] = (APPROVAL_POLICY(slack) as { rules: readonly object[] }).rules;
    const anything = {
      who: { users: [slack.person('ada').id] },
      tenants: 'any',
      allTenants: true,
      permissions: ['read', 'write'],
      never: true,
    };
    return { ask: 'Ada Berger', rules: [anything, { ...approval, tenants: [nord] }] };
  };

describe('from one platform to several', () => {
  let two: TwoPlatforms;
  let stage: BotStage;
  let ada: PersonWindow;

  beforeEach(async () => {
    two = await startTwoPlatforms();
    const [works] = two.settings().platforms ?? [];
    stage = await startBotStage('socket', LIMITS, policyFor('Nord'), {
      tenantApiUrl: two.works.url,
      tenantApiKey: works?.key ?? null,
    });
    ada = stage.world.slack.asPerson('ada');
  });
  afterEach(async () => {
    await stage.close();
    await two.close();
  });

  const dm = (person: string, name: string, words: string | RegExp) =>
    inDm(stage.world.slack, person, name, words);

  const ask = async (name: string, tenant: string): Promise<void> => {
    const form = await openForm(stage.world.slack, 'ada', `"${name}" --tenant "${tenant}"`);
    expect(await form.submit()).toEqual({ kind: 'closed' });
  };

  const goOver = async (nord: string, platforms = two.settings()): Promise<void> => {
    stage.world.writePolicy(policyFor(nord));
    await stage.restart(platforms);
  };

  const askAgain = async (name: string): Promise<SeenModal | undefined> => {
    await pressForm(ada, await dm('ada', name, TEXTS.en.announcements.askAgain), ASK_AGAIN);
    return ada.modal();
  };

  it('what was made and asked for before is saved, revoked, approved and asked again on the one that there was', async () => {
    const { slack } = stage.world;
    const { works, plant } = two;
    await ask('Made before', 'Nord');
    await dm('ada', 'Made before', 'saved and works');
    await askToWrite(slack, 'ivo', 'To be approved');
    await dm('ada', 'To be approved', 'asks for');
    works.faults.on('POST', /\/api_tokens$/, refuse(503));
    await ask('To be asked again', 'Nord');
    await ask('Of all of them', 'all');
    for (const name of ['To be asked again', 'Of all of them']) {
      await dm('ada', name, TEXTS.en.announcements.askAgain);
    }
    works.faults.mend();
    works.faults.on('POST', /\/save$/, refuse(503));
    await ask('To be saved', 'Nord');
    await eventually(async () => {
      const flow = await stage.flow('To be saved');
      return flow?.progress.state === 'delivered' && flow.lease === null;
    });

    const ivo = await openForm(slack, 'ivo', '"Opened before" --permissions read,write');

    await goOver('works: Nord');
    // Its tenant does not say whose it is: it is chosen anew.
    expect(await ivo.submit()).toMatchObject({
      kind: 'errors',
      errors: { tenant: expect.any(String) as unknown },
    });
    works.faults.mend();
    stage.clock.advance(60_000);
    await stage.clock.sweep();
    await dm('ada', 'To be saved', 'saved and works');
    await ada.press(await dm('ada', 'Made before', 'saved and works'), REVOKE);
    await dm('ada', 'Made before', 'revoked');
    await ada.press(await dm('ada', 'To be approved', 'asks for'), APPROVE);
    await dm('ivo', 'To be approved', 'gespeichert und funktioniert');

    const form = await askAgain('To be asked again');
    const chosen = form?.fields.find(({ blockId }) => blockId === 'tenant');
    expect(chosen?.value).toBe(namedId('works', works.platform.tenants.nord.id));
    expect(await ada.submit()).toEqual({ kind: 'closed' });
    const made = await dm('ada', 'To be asked again', 'saved and works');
    expect(made.words).toContain('works: Nord');
    // It would be another thing now: that is said, and nothing is chosen in its stead.
    expect((await askAgain('Of all of them'))?.words).toContain('No rule of the policy gives you');
    await ada.close();

    expect([...(await works.tokens())].toSorted()).toEqual([
      'Made before revoked',
      'To be approved active',
      'To be asked again active',
      'To be saved active',
    ]);
    expect(await plant.tokens()).toEqual([]);
  });

  it('what was asked for before is void where another one stands first, and nothing that works is called revoked', async () => {
    const { slack } = stage.world;
    const { works, plant } = two;
    await ask('Made before', 'Nord');
    const receipt = await dm('ada', 'Made before', 'saved and works');
    await askToWrite(slack, 'ivo', 'To be approved');
    await dm('ada', 'To be approved', 'asks for');

    const { platforms, ...others } = two.settings();
    const [first, second] = platforms ?? [];
    if (!first || !second) throw new Error('There are not two.');
    await goOver('plant: Nord', { ...others, platforms: [second, first] });
    await ada.press(await dm('ada', 'To be approved', 'asks for'), APPROVE);
    await dm('ada', 'To be approved', TEXTS.en.petitions.void.tenant);
    await ada.press(receipt, REVOKE);
    await ada.until(() =>
      ada.ephemerals().some(({ words }) => words === TEXTS.en.revoking.refused),
    );
    expect(await works.tokens()).toEqual(['Made before active']);

    await goOver('works: Nord');
    await ada.press(receipt, REVOKE);
    await dm('ada', 'Made before', 'revoked');
    expect(await works.tokens()).toEqual(['Made before revoked']);
    expect(await plant.tokens()).toEqual([]);
  });
});
