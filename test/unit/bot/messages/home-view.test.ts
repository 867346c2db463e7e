import { describe, expect, it } from 'vitest';
import { begun } from '../../../../bot/flow/progress.ts';
import type { StoredFlow } from '../../../../bot/flow/stored-flow.ts';
import { type Petition, PETITION_STATES, VOID_REASONS } from '../../../../bot/flow/petition.ts';
import { APPROVE, CREATE, DELIVER, REVOKE, WITHDRAW } from '../../../../bot/messages/action-ids.ts';
import { brokenHome, type HomeFacts, homeView } from '../../../../bot/messages/home-view.ts';
import { TEXTS } from '../../../../bot/messages/texts.ts';
import { petitionFor } from '../../../../bot/petitions/machine.ts';
import { checkView } from '../../../../sandbox/slack/blocks/check.ts';
import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { submission } from '../../../support/bot-submission.ts';
import { day } from '../../shared/examples.ts';

const EVIL = '<!channel> <@U1> <https://evil.example|bank> *b* `c` :tada: & "';

const APPROVAL = {
  by: { users: ['U0BOSS'], groups: ['S0ADMINS'] },
  channel: null,
  mayApproveTheirOwn: [],
  lapsesAfterDays: 3,
};

const request = {
  ...submission().request,
  name: EVIL.slice(0, 100),
  description: EVIL.repeat(9).slice(0, 500),
};

const petition = (changes: Partial<Petition> = {}): Petition => ({
  ...petitionFor('p1', submission({ request }), [APPROVAL], 'rules[0]', null, 0),
  ...changes,
});

const flow = (state: StoredFlow['progress']['state']): StoredFlow => ({
  id: 'f1',
  submission: submission({ request }),
  progress: { ...begun(0), state },
  lease: null,
  version: 1,
});

const home = (facts: Partial<HomeFacts> = {}): HomeFacts => ({
  reader: 'U0BOSS',
  workspace: EVIL,
  waits: [],
  asked: [],
  more: false,
  groupsKnown: true,
  now: Date.parse('2026-03-10T23:30:00Z'),
  ...facts,
});

/** A request that someone asked for, with the flow that its approval began. */
const approved = (changes: Partial<Petition>, began: StoredFlow | undefined) =>
  ({ kind: 'petition', petition: petition(changes), flow: began }) as const;

const idsIn = (view: object): readonly string[] =>
  Array.from(JSON.stringify(view).matchAll(/"action_id":"(\w+)"/g), ([, id]) => id ?? '');

describe('the Home', () => {
  it.each(LANGUAGES)('says what there is where there is nothing (%s)', (language) => {
    const view = homeView(home(), language);
    expect(checkView(view, 'home')).toMatchObject({ ok: true });
    const said = JSON.stringify(view);
    expect(said).toContain(TEXTS[language].home.nothingWaits);
    expect(said).toContain(TEXTS[language].home.nothingAsked);
    expect(idsIn(view)).toEqual([CREATE]);
    expect(checkView(brokenHome(language), 'home')).toMatchObject({ ok: true });
  });

  it.each(LANGUAGES.flatMap((each) => PETITION_STATES.map((state) => [each, state] as const)))(
    'says of nothing that it is here, which in messages is elsewhere (%s, %s)',
    (language, state) => {
      const here = { en: 'here', de: 'hier', it: 'qui', fr: 'ici' }[language];
      for (const page of [null, 'https://nord.example.com']) {
        for (const because of VOID_REASONS) {
          const changes = { state, page, because, away: true, decidedBy: 'U0BOSS' } as const;
          const of = { ...petition({ ...changes, handedBy: 'U0BOSS' }), submission: submission() };
          const asked = [{ kind: 'petition' as const, petition: of, flow: flow('saved') }];
          const facts = home({ waits: [of], asked, more: true, groupsKnown: false });
          const said = JSON.stringify([homeView(facts, language), homeView(home(), language)]);
          expect(said).not.toMatch(new RegExp(`(?<![\\p{L}-])${here}(?!\\p{L})`, 'iu'));
        }
      }
    },
  );

  it.each(LANGUAGES)('is one that Slack takes, whatever is in it and how much (%s)', (language) => {
    const page = 'https://nord.example.com';
    const all = PETITION_STATES.flatMap((state) =>
      [null, page].map((at) =>
        petition({ state, page: at, decidedBy: 'U0BOSS', away: true, reason: EVIL }),
      ),
    );
    const flows = (['intended', 'saved', 'revoked', 'dead'] as const).map(flow);
    for (const count of [1, 3, 30]) {
      const waits = Array.from({ length: count }, (_, at) => all[at % all.length] ?? petition());
      const asked = [
        ...flows.map((each) => ({ kind: 'flow', flow: each }) as const),
        ...waits.map((each, at) => {
          const own = flows[at % flows.length];
          return { kind: 'petition', petition: each, flow: own } as const;
        }),
      ];
      const view = homeView(home({ waits, asked, groupsKnown: false }), language);
      expect(checkView(view, 'home')).toMatchObject({ ok: true });
      expect(view.blocks.length).toBeLessThanOrEqual(100);
      expect(JSON.stringify(view)).not.toContain('"mrkdwn"');
      if (count === 30) expect(JSON.stringify(view)).toContain(TEXTS[language].home.more);
    }
  });

  it('offers the buttons that apply to each', () => {
    const waits = [petition()];
    expect(idsIn(homeView(home({ waits }), 'en'))).toContain(APPROVE);
    const making = petition({ state: 'making', page: 'https://a.example', decidedBy: 'U0BOSS' });
    expect(idsIn(homeView(home({ waits: [making] }), 'en'))).toContain(DELIVER);
    const own = (state: Petition['state']) =>
      idsIn(homeView(home({ asked: [approved({ state }, undefined)] }), 'en'));
    expect(own('waiting')).toContain(WITHDRAW);
    expect(own('delivered')).toEqual([CREATE]);
    const token = (state: StoredFlow['progress']['state']) =>
      idsIn(homeView(home({ asked: [{ kind: 'flow', flow: flow(state) }] }), 'en'));
    expect(token('saved')).toContain(REVOKE);
    expect(token('revoked')).toEqual([CREATE]);
  });

  it.each([
    ['works', 'delivered', 'saved', null, true],
    ['revoked', 'delivered', 'revoked', null, false],
    ['open', 'delivered', 'discarding', 'not_taken_back', true],
    ['open', 'failed', 'discarding', 'not_taken_back', true],
    ['none', 'delivered', 'discarded', null, false],
  ] as const)(
    'says of a token that somebody had to approve, how it stands: %s (%s, %s)',
    (standing, state, flowState, said, hasRevoke) => {
      const of = flow(flowState);
      const began = { ...of, progress: { ...of.progress, said } };
      for (const language of LANGUAGES) {
        const view = homeView(home({ asked: [approved({ state }, began)] }), language);
        expect(JSON.stringify(view)).toContain(JSON.stringify(TEXTS[language].home.flow[standing]));
        expect(idsIn(view).includes(REVOKE)).toBe(hasRevoke);
      }
    },
  );

  it.each([
    ['is being made', 'approved', 'intended'],
    ['did not come', 'failed', 'discarded'],
  ] as const)('says but once that a token %s', (_, state, flowState) => {
    const view = (began: StoredFlow | undefined) =>
      homeView(home({ asked: [approved({ state }, began)] }), 'en');
    expect(view(flow(flowState))).toEqual(view(undefined));
  });

  it.each([
    ['its last day, where its tenant is', 'saved', 'Pacific/Honolulu', '2026-03-10', 'works'],
    ['the day after, where its tenant is', 'saved', 'Europe/Berlin', '2026-03-10', 'expired'],
    ['a day that it may still be there', 'saved', 'Moon/Tycho', '2026-03-10', 'works'],
    ['a day long after', 'revoked', 'Europe/Berlin', '2025-03-10', 'revoked'],
  ] as const)('says of a token on %s, how it is (%s)', (_, state, timeZone, last, said) => {
    const saved = flow(state);
    const expiresOn = day(last);
    const wish = submission({ timeZone, request: { ...request, expiresOn } });
    const asked = [{ kind: 'flow', flow: { ...saved, submission: wish } }] as const;
    for (const language of LANGUAGES) {
      const view = homeView(home({ asked }), language);
      expect(JSON.stringify(view)).toContain(JSON.stringify(TEXTS[language].home.flow[said]));
      expect(idsIn(view).includes(REVOKE)).toBe(said === 'works');
    }
  });
});
