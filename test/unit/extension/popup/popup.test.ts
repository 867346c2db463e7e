import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { GrantRequest } from '../../../../extension/channel/grant-request.ts';
import type { PlainState, Reply } from '../../../../extension/channel/reply.ts';
import type { PopupRequest } from '../../../../extension/channel/request.ts';
import { grantKey, operationKey } from '../../../../extension/channel/session-keys.ts';
import { en } from '../../../../extension/messages/en.ts';
import { createPopup } from '../../../../extension/popup/create-popup.ts';
import { createFormats } from '../../../../extension/popup/formats.ts';
import { type Actions, firstModel, type Model } from '../../../../extension/popup/model.ts';
import type { Focus } from '../../../../extension/popup/ports.ts';
import type { Form } from '../../../../shared/flow/state.ts';
import { ALL_TENANTS, type Draft } from '../../../../shared/token-request.ts';
import {
  draft,
  NOW,
  place,
  record,
  request,
  session,
  tokenValue,
  uuid,
} from '../../shared/examples.ts';
import { ADA, TAB } from '../background/background.ts';

const filled = { place: place(), draft: draft() };
const FORM: Form = { step: 'form', ...filled, errors: [] };
const WORKING: PlainState = {
  step: 'working',
  ...filled,
  request: request(),
  key: 'k',
  attempt: 1,
};
const SHOWN: PlainState = {
  step: 'token',
  ...filled,
  record: record(),
  token: tokenValue(1),
  copied: false,
  confirming: false,
  saveTried: false,
};
const SAVING: PlainState = {
  step: 'saving',
  ...filled,
  record: record(),
  token: tokenValue(1),
  copied: true,
  saveTried: false,
};
const SAVED: PlainState = { step: 'saved', ...filled, record: record() };

const reply = (state: PlainState, grant: GrantRequest | null = null): Reply => ({
  kind: 'state',
  state,
  waiting: [],
  grant,
  clipboardSeconds: 60,
});

/** Lets everything happen that waits for nothing but its turn. */
const turn = async (): Promise<void> => {
  for (let each = 0; each < 10; each += 1) await Promise.resolve();
};

/** A popup whose background answers when the test says so. */
const setUp = () => {
  const asked: { request: PopupRequest; answer: (reply: Reply) => Promise<void> }[] = [];
  const drawn: { model: Model; focus: Focus }[] = [];
  const kept: Draft[] = [];
  const clearing: [string, number][] = [];
  const hosts: string[] = [];
  let clipboard: string | undefined = '';
  let waiting: (() => void) | undefined;
  let closed = 0;
  let act: Actions | undefined;
  const popup = createPopup(
    firstModel({
      texts: en,
      formats: createFormats('en', ['en']),
      origin: ADA.origin,
      early: false,
      shell: 'bash',
    }),
    {
      tab: { id: TAB, origin: ADA.origin },
      ask: (request) =>
        new Promise((resolve) => {
          asked.push({
            request,
            answer: async (given) => {
              resolve(given);
              await turn();
            },
          });
        }),
      drafts: {
        changed: (_person, each) => void kept.push(each),
        forget: () => void kept.splice(0),
        flush: () => {},
      },
      writeClipboard: async (text) => {
        if (clipboard === undefined) throw new Error('not allowed');
        clipboard = text;
      },
      clearClipboardAfter: (token, seconds) => void clearing.push([token, seconds]),
      requestHost: (pattern) => void hosts.push(pattern),
      openOptions: () => {},
      close: () => void (closed += 1),
      after: (ms, then) => {
        expect(ms).toBe(20_000);
        waiting = then;
        return () => {
          waiting = undefined;
        };
      },
      afterPaint: (then) => then(),
      draw: (model, actions, focus) => {
        act = actions;
        drawn.push({ model, focus });
      },
    },
  );
  const last = () => {
    const { model, focus } = drawn.at(-1) ?? {};
    if (!model || !focus || !act) throw new Error('Nothing has been drawn');
    return { model, focus, act };
  };
  return {
    popup,
    kept,
    clearing,
    hosts,
    drawn,
    last,
    closed: () => closed,
    open: async (state: PlainState) => {
      await popup.open(Promise.resolve(reply(state)));
      return last();
    },
    /** Opens it over a page that takes its time; answers when told to. */
    opening: () => {
      let answer: (given: Reply) => void = () => {};
      const answered = new Promise<Reply>((resolve) => {
        answer = resolve;
      });
      void popup.open(answered);
      return async (state: PlainState): Promise<void> => {
        answer(reply(state));
        await turn();
      };
    },
    /** The last question of this kind. */
    question: (ask: PopupRequest['ask']) => asked.findLast(({ request }) => request.ask === ask),
    count: (ask: PopupRequest['ask']) => asked.filter(({ request }) => request.ask === ask).length,
    forbidClipboard: () => {
      clipboard = undefined;
    },
    clipboard: () => clipboard,
    /** Twenty seconds pass. @returns whether anything waited for them */
    pass: async (): Promise<boolean> => {
      const then = waiting;
      waiting = undefined;
      then?.();
      await turn();
      return then !== undefined;
    },
  };
};

describe('the form', () => {
  test('is asked for Next once, however often Enter is pressed', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.next();
    act.next();
    await turn();
    act.next();
    expect(popup.count('next')).toBe(1);
    expect(popup.question('next')?.request).toMatchObject({ ...ADA, tabId: TAB, draft: draft() });
  });

  test('sends what was typed last, and has kept it', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.edit({ name: 'A' });
    act.edit({ name: 'AB' });
    act.next();
    await turn();
    expect(popup.question('next')?.request).toMatchObject({ draft: { name: 'AB' } });
    expect(popup.kept.at(-1)?.name).toBe('AB');
  });

  test('copies a line that passes it on, or shows it to be copied by hand', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.share('link');
    expect(popup.question('share')?.request).toMatchObject({ ...ADA, as: 'link', draft: draft() });
    await popup.question('share')?.answer({ kind: 'line', line: 'a line', said: 'Copied.' });
    expect(popup.clipboard()).toBe('a line');
    expect(popup.last().model).toMatchObject({ shared: { said: 'Copied.' }, status: 'Copied.' });
    popup.forbidClipboard();
    act.share('command');
    await popup.question('share')?.answer({ kind: 'line', line: 'another', said: 'Copied.' });
    expect(popup.last()).toMatchObject({
      focus: { field: 'shared' },
      model: { shared: { said: en.token.copyFailed, line: 'another' } },
    });
    act.share('link');
    await popup.question('share')?.answer({ kind: 'line', line: null, said: 'Not copied.' });
    expect(popup.last().model.shared).toEqual({ said: 'Not copied.' });
  });

  test('takes a link that is pasted into the name as a link, over what was typed', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.edit({ description: 'Mine' });
    act.edit({ name: ` https://nord.example.com/#tenant-token=${'A'.repeat(1_000_000)}` });
    await turn();
    const request = popup.question('link')?.request;
    expect(request).toMatchObject({ ...ADA, draft: { name: draft().name, description: 'Mine' } });
    expect(request && 'link' in request && request.link).toHaveLength(5000);
    expect(popup.last().model.flow).toMatchObject({ draft: { name: draft().name } });
    const filledIn = { ...FORM, draft: draft({ name: 'From a link' }) };
    const link = { kind: 'info', text: '', values: {}, said: 'Filled in.' } as const;
    await popup.question('link')?.answer({ ...reply(filledIn), link } as Reply);
    expect(popup.last().model).toMatchObject({
      flow: { draft: { name: 'From a link' } },
      status: 'Filled in.',
      busy: false,
    });
  });

  test('shows what is wrong, and takes it back field by field as it is mended', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.next();
    await turn();
    const errors = [
      { field: 'name', code: 'required' },
      { field: 'expiresOn', code: 'in_the_past' },
    ] as const;
    await popup.question('next')?.answer(reply({ ...FORM, errors }));
    expect(popup.last()).toMatchObject({ focus: 'fault', model: { flow: { errors } } });
    expect(popup.question('seen')?.request).toMatchObject(ADA);
    act.edit({ tenantId: 'all' });
    expect(popup.last().model.flow).toMatchObject({ errors: [{ field: 'name' }] });
  });

  test('drawn before the page has answered keeps what is typed meanwhile', async () => {
    const popup = setUp();
    popup.popup.show(FORM);
    popup.last().act.edit({ name: 'Quick' });
    const opened = await popup.open({ ...FORM, place: place({ tenantsTotal: 40 }) });
    expect(opened.model.flow).toMatchObject({
      draft: { name: 'Quick' },
      place: { tenantsTotal: 40 },
    });
  });

  test('drawn before the page has answered takes newer values where nothing was typed', async () => {
    const popup = setUp();
    popup.popup.show(FORM);
    const opened = await popup.open({ ...FORM, draft: draft({ name: 'Newer' }) });
    expect(opened.model.flow).toMatchObject({ draft: { name: 'Newer' } });
  });

  test('waits with Next until it is known who is signed in', async () => {
    const popup = setUp();
    popup.popup.show(FORM);
    const answer = popup.opening();
    popup.last().act.next();
    await turn();
    expect(popup.count('next')).toBe(0);
    await answer(FORM);
    expect(popup.count('next')).toBe(1);
  });

  test('asks with Next for the end that was read when it was pressed, whatever day it is since', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
    const popup = setUp();
    popup.popup.show(FORM);
    const read = popup.last().model.drawnAt;
    const answer = popup.opening();
    vi.setSystemTime(NOW + 24 * 3_600_000);
    popup.last().act.next();
    await turn();
    await answer(FORM);
    expect(popup.question('next')?.request).toMatchObject({ drawnAt: read });
    expect(read).toBe(NOW);
    vi.useRealTimers();
  });

  test('asks for nothing where that is someone else than was shown', async () => {
    const popup = setUp();
    popup.popup.show(FORM);
    const answer = popup.opening();
    popup.last().act.next();
    const ben = session({ user: { name: 'Ben', email: 'ben@example.com', role: 'Super Admin' } });
    await answer({ ...FORM, place: place({ session: ben }), draft: draft({ name: 'Ben’s' }) });
    expect(popup.count('next')).toBe(0);
    expect(popup.last().model.flow).toMatchObject({ draft: { name: 'Ben’s' } });
  });

  test('asks nothing, and chooses no "All tenants", of another tenant than was shown', async () => {
    const popup = setUp();
    const { tenant } = session();
    const there = session({ tenant: { ...tenant, id: uuid(8), name: 'Elsewhere' } });
    popup.popup.show({ ...FORM, draft: draft({ tenantId: ALL_TENANTS }) });
    const answer = popup.opening();
    popup.last().act.edit({ name: 'Mine' });
    popup.last().act.next();
    await answer({ ...FORM, place: place({ session: there }), draft: draft() });
    expect(popup.count('next')).toBe(0);
    expect(popup.last().model.flow).toMatchObject({
      draft: { name: 'Mine', tenantId: '' },
      errors: [{ field: 'tenantId' }],
    });
  });

  test('is kept at once, and no longer where it was typed by another person than was shown', async () => {
    const ben = session({ user: { name: 'Ben', email: 'ben@example.com', role: 'Super Admin' } });
    for (const [whose, kept] of [
      [session(), ['Half']],
      [ben, []],
    ] as const) {
      const popup = setUp();
      popup.popup.show(FORM);
      const answer = popup.opening();
      popup.last().act.edit({ name: 'Half' });
      expect(popup.kept).toHaveLength(1);
      await answer({ ...FORM, place: place({ session: whose }), draft: draft({ name: '' }) });
      expect(popup.kept.map(({ name }) => name)).toEqual(kept);
    }
  });

  test('is not disturbed by what another window has come to', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.edit({ name: 'Typing' });
    popup.popup.changed({ [operationKey(ADA)]: { newValue: {} } });
    await popup.question('look')?.answer(reply({ ...FORM, notice: { code: 'discarded' } }));
    expect(popup.last().model.flow).toMatchObject({ draft: { name: 'Typing' } });
    expect(popup.last().model.flow).not.toHaveProperty('notice');
  });
});

describe('a search among many tenants', () => {
  const MANY: Form = { ...FORM, place: place({ tenantsTotal: 500 }) };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const searched = async (typed: string) => {
    const popup = setUp();
    const { act } = await popup.open(MANY);
    const type = (text: string): void => {
      act.searchTenants({ typed: text, at: 0 });
      vi.runAllTimers();
    };
    type(typed);
    return { ...popup, type, said: () => popup.last().model.searching };
  };

  test('says that it asks, until it is answered', async () => {
    const { question, said } = await searched('Quay');
    expect(question('tenants')?.request).toMatchObject({ ...ADA, search: 'Quay' });
    expect(said()).toBe(en.loading);
    await question('tenants')?.answer({ kind: 'place', place: MANY.place });
    expect(said()).toBeUndefined();
  });

  test('goes on asking where the answer is that to what was typed before', async () => {
    const { question, type, said } = await searched('Qua');
    const earlier = question('tenants');
    type('Quay');
    await earlier?.answer({ kind: 'place', place: MANY.place, said: 'No answer.' });
    expect(said()).toBe(en.loading);
    await question('tenants')?.answer({ kind: 'place', place: MANY.place });
    expect(said()).toBeUndefined();
  });

  test('that failed says so, until something else is typed', async () => {
    const { question, type, last, said } = await searched('Quay');
    await question('tenants')?.answer({ kind: 'place', place: MANY.place, said: 'No answer.' });
    expect(last().model).toMatchObject({ searching: 'No answer.', status: 'No answer.' });
    type('');
    expect(said()).toBeUndefined();
  });

  test.each([
    ['who is there now', reply({ step: 'signed_out', origin: ADA.origin, perhaps: false }), {}],
    ['a fault of the extension', { kind: 'fault' } as const, { fault: true }],
  ])('may find %s', async (_, answer, drawn) => {
    const { question, last } = await searched('Quay');
    await question('tenants')?.answer(answer);
    expect(last().model).toMatchObject({
      searching: '',
      checking: false,
      flow: { step: answer.kind === 'state' ? answer.state.step : 'form' },
      ...drawn,
    });
  });
});

describe('two windows of one person', () => {
  test('say so where Next in the second one shows what the first one made', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.edit({ name: 'Second' });
    act.next();
    await turn();
    await popup.question('next')?.answer(reply(SHOWN));
    expect(popup.last().model).toMatchObject({ otherWindow: true, flow: { step: 'token' } });
    act.cancel();
    await popup.question('cancel')?.answer(reply(FORM));
    expect(popup.last().model.otherWindow).toBe(false);
  });

  test('have nothing to say where it is what was asked for here', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.next();
    await turn();
    await popup.question('next')?.answer(reply(SHOWN));
    expect(popup.last().model).toMatchObject({ otherWindow: false, flow: { step: 'token' } });
  });
});

describe('what the background keeps', () => {
  test('is asked for when it changes, and drawn', async () => {
    const popup = setUp();
    await popup.open(FORM);
    popup.popup.changed({ [operationKey(ADA)]: { newValue: {} } });
    await popup.question('look')?.answer(reply(SHOWN));
    expect(popup.last()).toMatchObject({ focus: 'step', model: { flow: { step: 'token' } } });
  });

  test('is asked for once more after an opening that found it under way, lest the end went unheard', async () => {
    const popup = setUp();
    const answer = popup.opening();
    popup.popup.changed({ [operationKey(ADA)]: { newValue: {} } });
    await answer(SAVING);
    await popup.question('look')?.answer(reply(SAVED));
    expect(popup.last().model.flow.step).toBe('saved');
    expect(popup.count('look')).toBe(1);
  });

  test('of someone else is none of this popup’s business', async () => {
    const popup = setUp();
    await popup.open(FORM);
    popup.popup.changed({ 'operation https://sol.example.com ada@example.com': { newValue: {} } });
    expect(popup.count('look')).toBe(0);
  });

  test('is drawn as it is now, though an older answer should come later', async () => {
    const popup = setUp();
    await popup.open(SHOWN);
    popup.popup.changed({ [operationKey(ADA)]: { newValue: {} } });
    const older = popup.question('look');
    popup.popup.changed({ [operationKey(ADA)]: { newValue: {} } });
    const newer = popup.question('look');
    await newer?.answer(reply(SAVED));
    await older?.answer(reply(SHOWN));
    expect(popup.last().model.flow.step).toBe('saved');
  });

  test('is drawn where Next ended before its own answer came, which is the older news', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.next();
    await turn();
    popup.popup.changed({ [operationKey(ADA)]: { newValue: {} } });
    const refused = reply({ ...FORM, errors: [{ field: 'name', code: 'required' }] });
    await popup.question('look')?.answer(refused);
    expect(popup.last().model).toMatchObject({ busy: true, flow: { errors: [] } });
    await popup.question('next')?.answer(reply(WORKING));
    await popup.question('look')?.answer(refused);
    expect(popup.last().model).toMatchObject({
      busy: false,
      flow: { step: 'form', errors: [{ code: 'required' }] },
    });
    expect(popup.count('look')).toBe(2);
  });

  test('that cannot be had is said to be at fault, with a way to try again', async () => {
    const popup = setUp();
    await popup.popup.open(Promise.resolve({ kind: 'fault' }));
    expect(popup.last().model).toMatchObject({ fault: true, busy: false });
    popup.last().act.reopen();
    await popup.question('open')?.answer(reply(FORM));
    expect(popup.last().model).toMatchObject({ fault: false, flow: { step: 'form' } });
  });
});

describe('the token', () => {
  test('is said to be copied only once the clipboard has it, and then Save has the keyboard', async () => {
    const popup = setUp();
    const { act } = await popup.open(SHOWN);
    act.copy();
    expect(popup.last().model.copy).toBe('not_yet');
    await turn();
    expect(popup.clipboard()).toBe(tokenValue(1));
    expect(popup.drawn.some(({ focus }) => focus === 'save')).toBe(true);
    expect(popup.last().model).toMatchObject({ copy: 'done', status: en.token.copied });
    expect(popup.question('copied')?.request).toMatchObject(ADA);
    expect(popup.clearing).toEqual([[tokenValue(1), 60]]);
  });

  test('that the clipboard did not take is shown and selected, and not said to be copied', async () => {
    const popup = setUp();
    popup.forbidClipboard();
    const { act } = await popup.open(SHOWN);
    act.copy();
    await turn();
    expect(popup.last()).toMatchObject({
      focus: 'token',
      model: { copy: 'failed', shown: true, status: en.token.copyFailed },
    });
    expect(popup.count('copied')).toBe(0);
  });

  test('that a person copies by hand leaves the clipboard in time, too', async () => {
    const popup = setUp();
    popup.forbidClipboard();
    const { act } = await popup.open(SHOWN);
    act.copy();
    await turn();
    expect(popup.clearing).toEqual([]);
    act.copiedByHand(tokenValue(1));
    expect(popup.last()).toMatchObject({
      focus: 'stay',
      model: { copy: 'done', status: en.token.copied },
    });
    expect(popup.count('copied')).toBe(1);
    expect(popup.clearing).toEqual([[tokenValue(1), 60]]);
  });

  const HELD: PlainState = { ...SHOWN, notice: { code: 'not_filled_in', said: 'Reloaded.' } };
  const ASKING: PlainState = { ...SHOWN, confirming: true };

  test.each([
    ['why Cancel is held back', 'cancel', { ...reply(HELD), said: 'Reloaded.' }],
    ['the question before Save', 'save', { ...reply(ASKING), said: 'Save it all the same?' }],
  ] as const)('stays, and a screen reader hears %s, each time', async (_, press, answered) => {
    const popup = setUp();
    const { act } = await popup.open(SHOWN);
    for (let each = 0; each < 2; each += 1) {
      act[press]();
      expect(popup.last().model.status).toBe('');
      await popup.question(press)?.answer(answered);
      expect(popup.last()).toMatchObject({ focus: 'stay', model: { status: answered.said } });
    }
  });

  test('is said to be copied, however often what is said of it comes again', async () => {
    const popup = setUp();
    const held = { ...reply(HELD), said: 'Reloaded.' } as Reply;
    const { act } = await popup.open(SHOWN);
    act.cancel();
    await popup.question('cancel')?.answer(held);
    act.copy();
    await turn();
    await popup.question('copied')?.answer(held);
    popup.popup.changed({ [operationKey(ADA)]: { newValue: {} } });
    await popup.question('look')?.answer(held);
    expect(popup.last().model.status).toBe(en.token.copied);
  });

  test('stays readable after Save for as long as this popup is open', async () => {
    const popup = setUp();
    await popup.open(SHOWN);
    popup.last().act.save();
    await popup.question('save')?.answer(reply(SAVING));
    popup.popup.changed({ [operationKey(ADA)]: { newValue: {} } });
    await popup.question('look')?.answer(reply(SAVED));
    const { model } = popup.last();
    expect(model.flow.step).toBe('saved');
    expect(model.remembered?.token.reveal()).toBe(tokenValue(1));
    expect(popup.question('seen')?.request).toMatchObject(ADA);
  });

  test('that failed has been seen once that is drawn', async () => {
    const popup = setUp();
    await popup.open({ step: 'failed', ...filled, reason: 'dead', record: record() });
    expect(popup.question('seen')?.request).toMatchObject(ADA);
  });

  test('is not there in a popup that opens after Save', async () => {
    const popup = setUp();
    expect((await popup.open(SAVED)).model.remembered).toBeNull();
  });

  test('is forgotten with the next step, and hidden at first when another comes', async () => {
    const popup = setUp();
    const { act } = await popup.open(SHOWN);
    act.toggleShown();
    expect(popup.last().model.shown).toBe(true);
    act.cancel();
    await popup
      .question('cancel')
      ?.answer(reply({ step: 'cancelling', ...filled, record: record() }));
    expect(popup.last().model).toMatchObject({ remembered: null, shown: false });
    expect(JSON.stringify(popup.last().model)).not.toContain(tokenValue(1));
  });

  test('is tried where it was made, and the popup says how that went', async () => {
    const popup = setUp();
    await popup.open(SHOWN);
    popup.popup.changed({ [operationKey(ADA)]: { newValue: {} } });
    await popup.question('look')?.answer(reply(SAVED));
    popup.last().act.tryToken();
    expect(popup.last().model.trial).toBe('running');
    expect(popup.question('try')?.request).toMatchObject({
      origin: ADA.origin,
      tabId: TAB,
      token: tokenValue(1),
      apiUrl: 'https://api.nord.example.com',
    });
    const trial = { kind: 'done', text: '200: the token works.' } as const;
    await popup.question('try')?.answer({ kind: 'trial', trial });
    expect(popup.last().model.trial).toEqual(trial);
  });

  test('is followed by one more form, its name ready to be typed over', async () => {
    const popup = setUp();
    await popup.open(SAVED);
    popup.last().act.again();
    await popup.question('again')?.answer(reply(FORM));
    expect(popup.last()).toMatchObject({ focus: 'anew', model: { flow: { step: 'form' } } });
  });
});

describe('a page that has to be allowed', () => {
  const GRANT: GrantRequest = {
    said: 'Allow alm.example.',
    allow: { pattern: 'https://alm.example/*', label: 'Allow', keep: 'Keep' },
    stop: 'Stop',
  };

  test('is asked for as soon as the background writes it down, and no longer than it waits', async () => {
    const popup = setUp();
    await popup.open(WORKING);
    popup.popup.changed({ [grantKey(ADA)]: { newValue: GRANT } });
    await popup.question('look')?.answer(reply(WORKING, GRANT));
    expect(popup.last().model).toMatchObject({ grant: GRANT, status: GRANT.said });
    popup.popup.changed({ [grantKey(ADA)]: {} });
    await popup.question('look')?.answer(reply(WORKING));
    expect(popup.last().model.grant).toBeNull();
  });

  test('is asked for by a popup that is opened later, too', async () => {
    const popup = setUp();
    await popup.popup.open(Promise.resolve(reply(WORKING, GRANT)));
    const { act, model } = popup.last();
    expect(model.grant).toEqual(GRANT);
    act.allow('https://alm.example/*');
    expect(popup.hosts).toEqual(['https://alm.example/*']);
  });

  test('is kept as the box says, and need not be waited for', async () => {
    const popup = setUp();
    await popup.popup.open(Promise.resolve(reply(WORKING, GRANT)));
    popup.last().act.keep(true);
    expect(popup.question('keep')?.request).toMatchObject({ ...ADA, kept: true });
    popup.last().act.stop();
    popup.last().act.stop();
    expect(popup.count('stop')).toBe(1);
  });
});

describe('a background that has gone', () => {
  const CANCELLING: PlainState = { step: 'cancelling', ...filled, record: record() };

  test.each([WORKING, SAVING, CANCELLING])(
    'is asked again, for as long as $step is under way',
    async (state) => {
      const popup = setUp();
      await popup.open(state);
      expect(popup.count('open')).toBe(0);
      expect(await popup.pass()).toBe(true);
      expect(popup.count('open')).toBe(1);
      await popup.question('open')?.answer(reply(state));
      expect(await popup.pass()).toBe(true);
      expect(popup.count('open')).toBe(2);
      await popup.question('open')?.answer(reply(SHOWN));
      expect(popup.last().model.flow.step).toBe('token');
      expect(await popup.pass()).toBe(false);
    },
  );

  test.each([FORM, SHOWN, SAVED])(
    'is not asked about $step, which waits for nobody',
    async (state) => {
      const popup = setUp();
      await popup.open(state);
      expect(await popup.pass()).toBe(false);
    },
  );

  test('is asked about after twenty seconds where the background dies before it has said so', async () => {
    const popup = setUp();
    const { act } = await popup.open(FORM);
    act.next();
    await turn();
    await popup.question('next')?.answer({ kind: 'fault' });
    expect(popup.last().model).toMatchObject({ fault: true, flow: { step: 'form' } });
    expect(await popup.pass()).toBe(true);
    await popup.question('open')?.answer({ kind: 'fault' });
    expect(popup.last().model.fault).toBe(true);
    expect(await popup.pass()).toBe(true);
    await popup.question('open')?.answer(reply(SHOWN));
    expect(popup.last().model).toMatchObject({ fault: false, flow: { step: 'token' } });
  });

  test('but is not asked about where the token stands in this popup alone', async () => {
    const popup = setUp();
    const { act } = await popup.open(SHOWN);
    act.save();
    await turn();
    await popup.question('save')?.answer(reply(SAVED));
    act.again();
    await turn();
    await popup.question('again')?.answer({ kind: 'fault' });
    expect(popup.last().model).toMatchObject({ fault: true, flow: { step: 'saved' } });
    expect(await popup.pass()).toBe(false);
  });

  test('and whatever else fails is said, above what there is', async () => {
    const popup = setUp();
    await popup.open(SAVED);
    popup.popup.faulted();
    expect(popup.last().model).toMatchObject({ fault: true, busy: false, flow: { step: 'saved' } });
  });
});

describe('showing where something is', () => {
  const offer = { label: 'Show', describe: 'Describe', hint: '', subjects: ['save'] } as const;
  const offered = async () => {
    const popup = setUp();
    await popup.popup.open(
      Promise.resolve({ ...reply({ step: 'not_tenant', reason: 'no_platform' }), offer } as Reply),
    );
    return popup;
  };

  test('goes on in the page, which closes the popup', async () => {
    const popup = await offered();
    const { act } = popup.last();
    act.show();
    act.show();
    await turn();
    expect(popup.count('show')).toBe(1);
    expect(popup.question('show')?.request).toMatchObject({ tabId: TAB, subjects: ['save'] });
    await popup.question('show')?.answer({ kind: 'elsewhere' });
    expect(popup.closed()).toBe(1);
  });

  test('that cannot begin is said, and the popup stays', async () => {
    const popup = await offered();
    popup.last().act.show();
    await turn();
    await popup.question('show')?.answer(reply({ step: 'not_tenant', reason: 'restricted' }));
    expect(popup.closed()).toBe(0);
    expect(popup.last().model).toMatchObject({ busy: false, flow: { reason: 'restricted' } });
  });
});
