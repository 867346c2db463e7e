import { describe, expect, it } from 'vitest';
import { cockpitPlace } from '../../../../extension/background/wizard/cockpit-place.ts';
import type { RunRecord } from '../../../../extension/background/wizard/run-record.ts';
import { createWizardApi } from '../../../../extension/background/wizard/wizard-api.ts';
import { runWizard } from '../../../../extension/background/wizard/run-wizard.ts';
import type { AskWizardPage } from '../../../../extension/background/wizard/wizard-ports.ts';
import { composeWords } from '../../../../extension/background/wizard/words/compose-words.ts';
import { NEW_RUN, type Run } from '../../../../shared/cockpit/run.ts';
import { request } from '../../shared/examples.ts';
import { page, wizardControls } from '../../shared/cockpit/controls.ts';

const KEY = '11111111-1111-4111-8111-111111111111';
const place = cockpitPlace('https://nord.example');
const wanted = request({ tenantId: place.session.tenant.id, expiresOn: null });

/** A page with the form, in which a name stands, and what is done there. */
const formWith = (name: string, byHand?: true) => {
  const form = wizardControls().map((each) =>
    each.name === 'Name' ? { ...each, value: name, empty: name === '' } : each,
  );
  const done: string[] = [];
  const ask: AskWizardPage = async (command) => {
    if (command.do === 'look') {
      return { kind: 'seen', observation: page(form), ...(byHand ? { byHand } : {}) };
    }
    if (command.do !== 'act') return { kind: 'done' };
    done.push(command.act.kind);
    return { kind: 'stopped' };
  };
  return { done, ask };
};

/** A run that has opened a form. */
const OPENED: Run = { ...NEW_RUN, went: ['open'], documentId: 'one' };

/** Takes such a run up. @param waitedAt where it waited to be let into its next document */
const takeUp = async (ask: AskWizardPage, waitedAt?: number) => {
  const record: RunRecord = {
    key: KEY,
    request: wanted,
    tabId: 7,
    run: waitedAt === undefined ? OPENED : { ...OPENED, documentId: 'before' },
    finish: {},
    taken: false,
    owed: [],
  };
  const made = await createWizardApi({
    place,
    tabId: 7,
    ask: () => ask,
    askAsItIs: () => ask,
    waitedAt: async () => waitedAt,
    kept: async () => record,
    keep: async () => undefined,
    description: async () => null,
    ended: async () => undefined,
    words: async () => composeWords('en'),
    tell: () => undefined,
    now: () => 0,
    rest: async () => undefined,
  }).next(wanted, { idempotencyKey: KEY });
  return !made.ok && made.error.code === 'not_filled_in' ? made.error.said : '';
};

describe('a run that is taken up by another process', () => {
  it.each([[undefined], [7]])(
    'leaves the form of a token that exists alone, in its document and in the next: %s',
    async (waitedAt) => {
      const { done, ask } = formWith('Production gateway');
      expect(await takeUp(ask, waitedAt)).toContain('“Name” is filled in there already');
      expect(done).toEqual([]);
    },
  );

  it('goes on in a form that is empty', async () => {
    const { done, ask } = formWith('');
    await takeUp(ask);
    expect(done).toEqual(['type']);
  });
});

describe('a run whose page was left by hand', () => {
  const goOn = (ask: AskWizardPage) =>
    runWizard(
      {
        ask,
        description: null,
        keep: async () => undefined,
        keepFinish: async () => undefined,
        progress: () => undefined,
        now: () => 0,
        rest: async () => undefined,
      },
      { name: 'CI', description: '', tenant: { kind: 'only' }, permissions: [], expiresOn: null },
      OPENED,
    );

  it('leaves the form of a token that exists alone', async () => {
    const { done, ask } = formWith('Production gateway', true);
    expect(await goOn(ask)).toMatchObject({ kind: 'refused', refusal: { reason: 'named' } });
    expect(done).toEqual([]);
  });

  it('types over a name in the form that it opened, where it was not', async () => {
    const { done, ask } = formWith('Untitled');
    expect(await goOn(ask)).toEqual({ kind: 'stopped' });
    expect(done).toEqual(['type']);
  });
});
