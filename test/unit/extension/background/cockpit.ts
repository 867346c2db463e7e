import type { AskWizardPage } from '../../../../extension/background/wizard/wizard-ports.ts';
import type { Act, ActOutcome } from '../../../../shared/cockpit/act.ts';
import type { Control, Observation } from '../../../../shared/cockpit/observation.ts';
import type { KnownTokens } from '../../../../extension/page/wizard/wizard-page.ts';
import { digest } from '../../../../shared/cockpit/digest.ts';
import { tokenValue } from '../../shared/examples.ts';
import { control, page } from '../../shared/cockpit/controls.ts';
import { createModelPage } from '../../shared/cockpit/model-page.ts';
import { PLAIN_SHAPE } from '../../shared/cockpit/model-shape.ts';

/** What the server behind a cockpit has made. */
export interface Made {
  readonly name: string;
  readonly value: string;
  state: 'pending' | 'active' | 'discarded';
  /** Save or Cancel was pressed on the page that shows it. */
  readonly pressed: Set<'save' | 'cancel'>;
}

/** How the cockpit behaves. */
export interface Manner {
  /** What becomes of Next: shown so many looks later, made and never shown, or not even made. */
  readonly next: number | 'unseen' | 'not_made';
  /** Whether Save and Cancel do anything. */
  readonly finishes: boolean;
}

const button = (name: string, change: Partial<Control> = {}): Control =>
  control('button', name, { path: [1, 9], ...change });

/** One document of a cockpit, with the page part in it. */
const createDocument = (
  id: string,
  server: Made[],
  pressedNext: string[],
  manner: () => Manner,
) => {
  let form = createModelPage(PLAIN_SHAPE);
  let stage: 'form' | 'token' = 'form';
  let made: Made | undefined;
  /** Made, and not shown yet; the form stands there meanwhile. */
  let coming: { made: Made; looks: number }[] = [];
  let signedOut = false;
  let acts = 0;
  /** A string of a token's form that is none of this server's. */
  let planted: string | undefined;
  let stopped = false;
  let shielded = false;
  let fresh: { value: string; digest: string }[] = [];
  const old = new Set<string>();

  const next = (): void => {
    const { next: how } = manner();
    const name = form.made()?.name ?? '';
    pressedNext.push(name);
    form = createModelPage({ ...PLAIN_SHAPE, way: false });
    if (signedOut || how === 'not_made') return;
    const value = tokenValue(server.length + 1);
    const one: Made = { name, value, state: 'pending', pressed: new Set() };
    server.push(one);
    if (how !== 'unseen') coming.push({ made: one, looks: how });
  };

  const finish = (what: 'save' | 'cancel'): void => {
    made?.pressed.add(what);
    if (signedOut || !manner().finishes) return;
    if (made) made.state = what === 'save' ? 'active' : 'discarded';
    made = undefined;
    stage = 'form';
    form = createModelPage(PLAIN_SHAPE);
    // Back at the list.
    for (const point of ['administration', 'api']) {
      const control = form.look().controls.find(({ ref }) => ref === point);
      if (control) form.act({ kind: 'press', ref: point, signature: control.signature });
    }
  };

  const values = (): string[] => [
    ...(stage === 'token' && made && !signedOut ? [made.value] : []),
    ...(planted === undefined ? [] : [planted]),
  ];

  const controls = (): readonly Control[] => {
    if (signedOut) return [control('text', 'Password'), button('Sign in')];
    return stage === 'form' ? form.look().controls : [button('Cancel'), button('Save')];
  };

  return {
    id,
    look: (
      name: string,
      pressed: boolean,
      hidden: boolean,
      { salt, before, taken }: KnownTokens,
    ): Observation | 'stopped' => {
      if (stopped && !pressed) return 'stopped';
      coming = coming.map((each) => ({ ...each, looks: each.looks - 1 }));
      const here = coming.find(({ looks }) => looks < 0);
      if (here) {
        coming = coming.filter((each) => each !== here);
        made = here.made;
        stage = 'token';
      }
      const marked = values().map((value) => ({ value, digest: digest(value, salt) }));
      if (!pressed) for (const { value } of marked) old.add(value);
      fresh = marked.filter((each) =>
        taken === ''
          ? !old.has(each.value) && !before.includes(each.digest)
          : each.digest === taken,
      );
      const shown = controls();
      const rows = server.filter((each) => each.name === name && each.state === 'active').length;
      return {
        ...(stage === 'form' && !signedOut ? form.look() : page(shown)),
        documentId: id,
        hidden,
        newTokens: fresh.map((each, index) => ({
          ref: `token${index}`,
          path: [1, 9],
          digest: each.digest,
        })),
        tokenSeen: fresh.length > 0,
        oldTokens: pressed ? [] : marked.map((each) => each.digest),
        nameSeen: rows,
        nameIn: rows,
      };
    },
    act: (act: Act, hidden: boolean): ActOutcome | 'stopped' => {
      if (stopped) return 'stopped';
      if (hidden) return { kind: 'not_done', because: 'hidden' };
      const target = controls().find(({ ref }) => ref === act.ref);
      if (!target) return { kind: 'not_done', because: 'gone' };
      if (target.signature !== act.signature) return { kind: 'not_done', because: 'changed' };
      acts += 1;
      if (stage === 'form') {
        const before = form.pressedNext();
        const outcome = form.act(act);
        if (form.pressedNext() > before) next();
        return outcome;
      }
      finish(target.name === 'Save' ? 'save' : 'cancel');
      return { kind: 'done' };
    },
    take: (ref: string): string | null => fresh[Number(ref.replace('token', ''))]?.value ?? null,
    shield: (anew: boolean): void => {
      if (anew) stopped = false;
      shielded = !stopped;
    },
    unshield: (): void => {
      shielded = false;
    },
    /** How many steps were done in it. */
    acts: (): number => acts,
    /** Whether there is a Stop to be pressed; then it is. */
    stop: (): boolean => {
      stopped ||= shielded;
      shielded = false;
      return stopped;
    },
    signOut: (): void => {
      signedOut = true;
    },
    plant: (value: string): void => {
      planted = value;
    },
  };
};

/** Tabs of one cockpit over one server, which knows what was really made. */
export const createCockpit = () => {
  const server: Made[] = [];
  const pressedNext: string[] = [];
  let manner: Manner = { next: 0, finishes: true };
  let count = 0;
  const newDocument = () =>
    createDocument(`document ${(count += 1)}`, server, pressedNext, () => manner);
  const tabs = new Map<number, { document: ReturnType<typeof newDocument>; at: 'here' | 'away' }>();
  let inFront = 0;
  let stoppedEarly = false;
  /** A dialog of a page's: it answers nothing until it is closed. */
  let silent: number | undefined;
  const open = (): number => {
    const tabId = tabs.size + 1;
    tabs.set(tabId, { document: newDocument(), at: 'here' });
    return tabId;
  };

  const ask =
    (tabId: number): AskWizardPage =>
    async (command) => {
      const tab = tabs.get(tabId);
      if (!tab) return { kind: 'tab_closed' };
      if (tab.at === 'away') return { kind: 'other_origin' };
      if (silent === tabId) return { kind: 'timeout' };
      const { document } = tab;
      const hidden = tabId !== inFront;
      switch (command.do) {
        case 'look': {
          const seen = document.look(command.name, command.pressed, hidden, command.tokens);
          return seen === 'stopped' ? { kind: 'stopped' } : { kind: 'seen', observation: seen };
        }
        case 'act': {
          const outcome = document.act(command.act, hidden);
          if (outcome === 'stopped') return { kind: 'stopped' };
          return outcome.kind === 'unknown' ? { kind: 'page_gone' } : { kind: 'acted', outcome };
        }
        case 'take':
          return { kind: 'token', value: document.take(command.token) };
        case 'shield':
          document.shield(command.fresh);
          return { kind: 'done' };
        case 'unshield':
          document.unshield();
          return { kind: 'done' };
        default:
          return { kind: 'done' };
      }
    };

  return {
    server,
    /** The name of each token for which Next was pressed, in any document. */
    pressedNext,
    ask,
    /** Opens one more tab. @returns its id */
    open,
    show: (tabId: number): void => {
      inFront = tabId;
    },
    tabs: (): number[] => [...tabs.keys()],
    isOpen: (tabId: number): boolean => tabs.get(tabId)?.at === 'here',
    behave: (change: Partial<Manner>): void => {
      manner = { ...manner, ...change };
    },
    close: (tabId: number): void => void tabs.delete(tabId),
    reload: (tabId: number): void => {
      if (tabs.has(tabId)) tabs.set(tabId, { document: newDocument(), at: 'here' });
    },
    leave: (tabId: number): void => {
      if (tabs.has(tabId)) tabs.set(tabId, { document: newDocument(), at: 'away' });
    },
    /** A dialog of the page's comes up; undefined: it is closed. */
    hang: (tabId: number | undefined): void => {
      silent = tabId;
    },
    actsIn: (tabId: number): number => tabs.get(tabId)?.document.acts() ?? 0,
    stop: (tabId: number): void => {
      const stopped = tabs.get(tabId)?.document.stop() ?? false;
      stoppedEarly ||= stopped && pressedNext.length === 0;
    },
    /** Whether the first run was stopped before Next was pressed. */
    stoppedEarly: (): boolean => stoppedEarly,
    signOut: (tabId: number): void => tabs.get(tabId)?.document.signOut(),
    plant: (tabId: number): void => tabs.get(tabId)?.document.plant(tokenValue(999)),
  };
};
