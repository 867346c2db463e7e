import { anchorOf, meansAllElsewhere } from '../../shared/flow/place.ts';
import type { FlowState } from '../../shared/flow/state.ts';
import { isUnderWay } from '../../shared/flow/under-way.ts';
import { isSameDraft } from '../../shared/same-draft.ts';
import type { Draft } from '../../shared/token-request.ts';
import { fromPlain, type PlainState, type Reply } from '../channel/reply.ts';
import type { PopupRequest } from '../channel/request.ts';
import { grantKey, operationKey, progressKey } from '../channel/session-keys.ts';
import { openingOf } from './opening.ts';
import { createActions } from './actions.ts';
import { holdsToken, isLastPlace, isOutcome, personOf, rememberToken } from './flow-facts.ts';
import type { Model } from './model.ts';
import type { Focus, PopupPorts } from './ports.ts';
import { statusOf } from './status.ts';

/** How long Next, Save and Cancel may be under way, or no answer come, before their state is asked for, in ms. */
const SILENCE_MS = 20_000;

const UNTOUCHED = {
  shown: false,
  copy: 'not_yet',
  lineCopy: 'not_yet',
  trial: null,
  shared: null,
} as const;

/** Whether a state came of another request than this one. */
const isOther = (state: PlainState, sent: Draft): boolean =>
  'draft' in state && state.step !== 'form' && !isSameDraft(sent, state.draft);

/**
 * The popup's one state and what changes it. It draws what the background answers; its own are
 * only what stands in the form, and, for as long as it is open, the token it has been shown.
 */
export const createPopup = (first: Model, ports: PopupPorts) => {
  const { tab } = ports;
  let model = first;
  let clipboardSeconds = 0;
  let lastAsked = 0;
  let lastDrawn = 0;
  let stopWaiting = (): void => {};
  /** Something was typed since the form was drawn. */
  let typed = false;
  /** A form was answered and not drawn, since one stood there. */
  let passedOver = false;

  const update = (change: Partial<Model>, focus: Focus = 'stay'): void => {
    model = { ...model, ...change, drawnAt: Date.now() };
    ports.draw(model, act, focus);
    if (!model.early || model.flow.step !== 'form') return;
    ports.afterPaint(() => update({ early: false }));
  };

  const focusFor = (before: FlowState, flow: FlowState): Focus => {
    const entered = before.step !== flow.step;
    if (flow.step === 'form' && flow.errors.length > 0 && (entered || model.busy)) return 'fault';
    if (before.step === 'saved' && flow.step === 'form') return 'anew';
    // Save keeps the keyboard while it is under way.
    return entered && flow.step !== 'saving' ? 'step' : 'stay';
  };

  /**
   * A background that dies says nothing: whatever is under way for too long is asked about again, and what
   * perhaps is, since no answer came.
   */
  const watch = (): void => {
    stopWaiting();
    if ((model.fault && !isLastPlace(model)) || isUnderWay(model.flow))
      stopWaiting = ports.after(SILENCE_MS, () => void reopen());
  };

  const show = (flow: FlowState, change: Partial<Model> = {}): void => {
    const before = model.flow;
    const focus = focusFor(before, flow);
    const { said } = change;
    // What the same step has to say now, or again to whoever tries again.
    const isNews = said && (said !== model.said || model.busy);
    const sameToken = holdsToken(before) && holdsToken(flow);
    update(
      {
        flow,
        remembered: rememberToken(model.remembered, flow),
        ...(flow.step === 'form' ? { otherWindow: false } : {}),
        ...(sameToken ? {} : UNTOUCHED),
        ...(focus === 'stay' && before.step === flow.step && !isNews
          ? {}
          : { status: statusOf(flow, model.texts, said) }),
        ...(before.step === flow.step ? {} : { progress: null, trial: null }),
        busy: false,
        fault: false,
        ...change,
      },
      focus,
    );
    watch();
  };

  /** A form that someone is filling in stays as they fill it in. */
  const keepTyped = (flow: FlowState): FlowState => {
    const before = model.flow;
    const [person, author] = [personOf(flow), personOf(before)];
    if (!typed || before.step !== 'form') return flow;
    if (person?.email !== author?.email) {
      // Whoever typed it while it was asked who is here, is not the one whose form it was.
      if (model.checking && person && author) ports.drafts.forget(author);
      return flow;
    }
    if (flow.step !== 'form') return flow;
    const { draft } = before;
    // "All tenants" of another tenant were not chosen.
    if (!meansAllElsewhere(draft, anchorOf(before.place), flow.place)) return { ...flow, draft };
    const errors = [...flow.errors, { field: 'tenantId', code: 'unknown' } as const];
    return { ...flow, draft: { ...draft, tenantId: '' }, errors };
  };

  const receive = async (asked: PopupRequest['ask'], answer: Promise<Reply>): Promise<void> => {
    const number = (lastAsked += 1);
    const reply = await answer;
    if (number < lastDrawn) return;
    const isForm = reply.kind === 'state' && reply.state.step === 'form';
    // What became of another window's token says nothing to someone who is filling in the form.
    if (asked === 'look' && isForm && model.flow.step === 'form') {
      passedOver = true;
      return;
    }
    lastDrawn = number;
    const known = asked === 'open' || asked === 'open_nowhere' ? { checking: false } : {};
    if (reply.kind !== 'state') {
      update({ busy: false, fault: true, ...known });
      watch();
      return;
    }
    clipboardSeconds = reply.clipboardSeconds;
    if (asked === 'link') typed = false;
    const flow = keepTyped(fromPlain(reply.state));
    if (flow.step !== 'form') typed = false;
    const { waiting, grant, words, said, untold, offer, link, share } = reply;
    show(flow, {
      waiting,
      grant,
      words,
      said,
      untold,
      offer,
      link,
      share,
      ...(link?.said ? { status: link.said } : {}),
      ...(grant ? { status: grant.said } : {}),
      ...known,
    });
    const person = personOf(flow);
    if (tab && person && isOutcome(flow)) {
      void ports.ask({ ask: 'seen', tabId: tab.id, ...person });
    }
    // Its end came before this answer, and was passed over.
    if (passedOver && isUnderWay(flow)) look();
    passedOver = false;
  };

  const ask = async (request: PopupRequest, elsewhere?: () => void): Promise<void> => {
    const answer = ports.ask(request);
    if (elsewhere && (await answer).kind === 'elsewhere') {
      update({ busy: false });
      elsewhere();
      return;
    }
    await receive(request.ask, answer);
    if (request.ask !== 'next') return;
    const reply = await answer;
    if (reply.kind === 'state' && isOther(reply.state, request.draft))
      update({ otherWindow: true });
  };

  const look = (): void => {
    const person = personOf(model.flow);
    if (tab && person) void ask({ ask: 'look', tabId: tab.id, ...person });
  };

  const receiveFirst = async (answer: Promise<Reply>): Promise<void> => {
    await receive('open', answer);
    // It may have ended before anybody listened.
    if (isUnderWay(model.flow)) look();
  };

  let opened: Promise<void> = Promise.resolve();
  const open = (answer: Promise<Reply>): Promise<void> => {
    opened = receiveFirst(answer);
    return opened;
  };

  /** Asks the page anew: what a stopped background left half done becomes known as such. */
  const reopen = (): Promise<void> => open(ports.ask(openingOf(tab)));

  const act = createActions(
    {
      model: () => model,
      update,
      ask,
      receive: (reply) => receive('open', Promise.resolve(reply)),
      typed: () => {
        typed = true;
      },
      reopen: () => void reopen(),
      opened: () => opened,
      clipboardSeconds: () => clipboardSeconds,
    },
    ports,
  );

  return {
    /** Called first of all, where a form is known without asking: draws it. */
    show: (flow: FlowState): void => show(flow),
    /** Called by timers. Draws what there is: what is being waited for, or how much time is left. */
    redraw: (): void => update({}),
    /** Draws what the background answers to the opening. */
    open,
    /** Called for an error that nobody caught: says so above whatever there is. */
    faulted: (): void => update({ busy: false, fault: true }),
    /**
     * Listener of `storage.session`: the background has changed what it keeps.
     * @param changes the changes of `storage.session`, by key
     */
    changed: (changes: Readonly<Record<string, { readonly newValue?: unknown }>>): void => {
      const { flow } = model;
      const person = personOf(flow);
      const progress = person && changes[progressKey(person)]?.newValue;
      if (typeof progress === 'string') update({ progress, status: progress });
      const change = person && (changes[operationKey(person)] ?? changes[grantKey(person)]);
      if (change && (flow.step !== 'form' || change.newValue !== undefined)) look();
    },
  };
};
