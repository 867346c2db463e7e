import type { LineKind, PopupRequest } from '../channel/request.ts';
import { anchorOf } from '../../shared/flow/place.ts';
import type { Form } from '../../shared/flow/state.ts';
import type { Draft } from '../../shared/token-request.ts';
import { LINK_MARK } from '../../shared/link-mark.ts';
import { asLink } from '../channel/coming-link.ts';
import { apiUrlAt, holdsToken, personOf, withChange } from './flow-facts.ts';
import type { Actions } from './model.ts';
import type { ActionPorts, Focus, PopupPorts } from './ports.ts';
import { createTenantQuestions } from './tenant-questions.ts';

const plainDraft = (draft: Draft) => ({ ...draft, permissions: [...draft.permissions] });

/** What stands in a form, and under whose heading. */
const filledIn = ({ place, draft }: Form) => ({
  anchorId: anchorOf(place),
  draft: plainDraft(draft),
});

/** All that a person can do in the popup. */
export const createActions = (popup: ActionPorts, ports: PopupPorts): Actions => {
  const { model, update } = popup;
  const { tab } = ports;

  const tell = async (
    what: 'ask_again' | 'copied' | 'save' | 'cancel' | 'again' | 'stop',
  ): Promise<void> => {
    const person = personOf(model().flow);
    if (tab && person) await popup.ask({ ask: what, tabId: tab.id, ...person });
  };

  const tellOnce = (what: Parameters<typeof tell>[0]): void => {
    if (model().busy) return;
    // What is said again is heard again.
    update({ busy: true, status: '' });
    void tell(what);
  };

  const next = async (): Promise<void> => {
    if (model().busy) return;
    const { flow: shown, checking, texts, drawnAt } = model();
    const person = personOf(shown);
    update({ busy: true, status: checking ? texts.loading : '' });
    await popup.opened();
    const { flow } = model();
    // Someone who reads another name than a moment ago, or another tenant's, has not asked for this.
    if (!tab || flow.step !== 'form' || personOf(flow)?.email !== person?.email || !person) return;
    if (shown.step !== 'form' || anchorOf(shown.place) !== anchorOf(flow.place)) return;
    update({ busy: true });
    ports.drafts.flush();
    await popup.ask({ ask: 'next', tabId: tab.id, ...person, ...filledIn(flow), drawnAt });
  };

  /** What goes on in the page, or in the options, needs no popup. */
  const goElsewhere = (request: PopupRequest, then: () => void): void => {
    if (model().busy) return;
    update({ busy: true });
    void popup.ask(request, then);
  };

  const takeLink = async (link: string): Promise<void> => {
    // The field shows again what stood there.
    update({});
    await popup.opened();
    const { flow, busy } = model();
    const person = personOf(flow);
    if (!tab || busy || flow.step !== 'form' || !person) return;
    update({ busy: true });
    await popup.ask({ ask: 'link', tabId: tab.id, ...person, link, ...filledIn(flow) });
  };

  const tryToken = async (): Promise<void> => {
    const { flow, remembered } = model();
    if (!tab || !holdsToken(flow) || !remembered) return;
    const token = remembered.token.reveal();
    const apiUrl = apiUrlAt(model(), flow.place);
    update({ trial: 'running', status: model().texts.saved.trying });
    const reply = await ports.ask({
      ask: 'try',
      tabId: tab.id,
      origin: tab.origin,
      token,
      apiUrl,
    });
    if (reply.kind !== 'trial') update({ trial: null, fault: true });
    // Saved, or given up, in the meantime: then it was another token's, or another question.
    else if (model().trial) update({ trial: reply.trial, untold: reply.untold });
  };

  const copied = (token: string, focus: Focus): void => {
    update({ copy: 'done', status: model().texts.token.copied }, focus);
    const seconds = popup.clipboardSeconds();
    if (seconds > 0) ports.clearClipboardAfter(token, seconds);
    if (model().flow.step === 'token') void tell('copied');
  };

  const copy = async (): Promise<void> => {
    const { remembered, texts } = model();
    if (!remembered) return;
    const token = remembered.token.reveal();
    try {
      await ports.writeClipboard(token);
    } catch {
      update({ copy: 'failed', shown: true, status: texts.token.copyFailed }, 'token');
      return;
    }
    copied(token, model().flow.step === 'token' ? 'save' : 'stay');
  };

  const copyLine = async (field: string, line: string): Promise<void> => {
    const { texts } = model();
    try {
      await ports.writeClipboard(line);
      update({ lineCopy: 'done', status: texts.token.copied });
    } catch {
      update({ lineCopy: 'failed', status: texts.token.copyFailed }, { field });
    }
  };

  const share = async (as: LineKind): Promise<void> => {
    const { flow, texts } = model();
    const person = personOf(flow);
    if (!tab || !person || !('draft' in flow)) return;
    const draft = plainDraft(flow.draft);
    const reply = await ports.ask({ ask: 'share', tabId: tab.id, ...person, as, draft });
    if (reply.kind !== 'line') return popup.receive(reply);
    const { line, said } = reply;
    if (line === null) {
      update({ shared: { said }, status: said });
      return;
    }
    try {
      await ports.writeClipboard(line);
      update({ shared: { said }, status: said });
    } catch {
      const failed = texts.token.copyFailed;
      update({ shared: { said: failed, line }, status: failed }, { field: 'shared' });
    }
  };

  return {
    edit: (change) => {
      if (change.name?.includes(LINK_MARK)) {
        void takeLink(asLink(change.name));
        return;
      }
      const { flow } = model();
      const person = personOf(flow);
      if (flow.step !== 'form' || !person) return;
      const form = withChange(flow, change);
      popup.typed();
      ports.drafts.changed(person, form.draft, anchorOf(form.place));
      update({ flow: form });
    },

    takeLink: (link) => void takeLink(link),

    searchTenants: createTenantQuestions(popup, ports),

    next: () => void next(),
    askAgain: () => tellOnce('ask_again'),
    save: () => tellOnce('save'),
    cancel: () => tellOnce('cancel'),
    again: () => tellOnce('again'),

    copy: () => void copy(),

    copiedByHand: (token) => copied(token, 'stay'),

    toggleShown: () => update({ shown: !model().shown }),

    chooseShell: (shell) => update({ shell, lineCopy: 'not_yet' }),

    copyLine: (field, line) => void copyLine(field, line),

    share: (as) => void share(as),

    nameApiUrl: (apiUrl) => update({ apiUrl }),

    tryToken: () => void tryToken(),

    reopen: () => {
      update({ busy: true, checking: true, fault: false });
      popup.reopen();
    },

    allow: ports.requestHost,

    keep: (kept) => {
      const person = personOf(model().flow);
      if (tab && person) void popup.ask({ ask: 'keep', tabId: tab.id, ...person, kept });
    },

    stop: () => tellOnce('stop'),

    show: () => {
      const { subjects } = model().offer ?? {};
      if (tab && subjects)
        goElsewhere(
          { ask: 'show', tabId: tab.id, origin: tab.origin, subjects: [...subjects] },
          ports.close,
        );
    },
    describe: () => {
      if (tab)
        goElsewhere({ ask: 'describe', tabId: tab.id, origin: tab.origin }, ports.openOptions);
    },
    openOptions: ports.openOptions,
  };
};
