import type { Act, ActOutcome } from '../../../shared/cockpit/act.ts';
import type { Description } from '../../../shared/cockpit/description.ts';
import type { Observation } from '../../../shared/cockpit/observation.ts';
import { createActs } from './act.ts';
import type { OpenedList } from './choices.ts';
import { locate } from './locate.ts';
import { look } from './look.ts';
import { createPointer, type Pointed } from './point.ts';
import { createRegistry } from './registry.ts';
import { createShield, type ShieldTexts } from './shield.ts';
import { type Candidate, tokensOn } from './tokens.ts';

/** What the background asks of the page; each is answered within seconds. */
export type PageCommand =
  | {
      readonly do: 'look';
      readonly description: Description | null;
      /** The labels of the fields whose values may be read. */
      readonly readable: readonly string[];
      /** The wanted token's name, to be counted; empty for none. */
      readonly name: string;
      /** What a list calls a token that is over, as `bare` gives it. */
      readonly ended: readonly string[];
      /** Whether Next was pressed: what has the form of a token before that is no new one. */
      readonly pressed: boolean;
    }
  | { readonly do: 'act'; readonly act: Act }
  /** The value of one new token, by the ref of the last look. */
  | { readonly do: 'take'; readonly token: string }
  /** `fresh`: a run begins, whatever was stopped before. */
  | { readonly do: 'shield'; readonly texts: ShieldTexts; readonly fresh: boolean }
  | { readonly do: 'unshield' }
  | { readonly do: 'point'; readonly text: string }
  | { readonly do: 'pointed' | 'stop_pointing' };

export type PageAnswer =
  | { readonly kind: 'seen'; readonly observation: Observation }
  | { readonly kind: 'acted'; readonly outcome: ActOutcome }
  | { readonly kind: 'token'; readonly value: string | null }
  | { readonly kind: 'pointed'; readonly pointed: Pointed }
  /** The person stopped the run; nothing was done. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'done' };

const DONE: PageAnswer = { kind: 'done' };

/** The page part: looks and acts in one document, in the extension's isolated world there. */
export const createWizardPage = (document: Document) => {
  const registry = createRegistry();
  const shield = createShield(document);
  const pointer = createPointer(document);
  const containers = new WeakMap<Element, number>();
  const documentId = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const old = new Set<string>();
  /** The token of the last run: after it, no other counts until the next one begins. */
  let taken: string | null = null;
  let count = 0;
  let opened: OpenedList | null = null;
  let fresh: readonly Candidate[] = [];

  const containerId = (element: Element): number => {
    const known = containers.get(element);
    if (known !== undefined) return known;
    count += 1;
    containers.set(element, count);
    return count;
  };
  const act = createActs({
    registry,
    aside: shield.aside,
    opened: () => opened,
    setOpened: (list) => void (opened = list),
  });

  return async (command: PageCommand): Promise<PageAnswer> => {
    switch (command.do) {
      case 'look': {
        if (shield.isStopped() && !command.pressed) return { kind: 'stopped' };
        const tokens = tokensOn(document);
        if (!command.pressed) {
          taken = null;
          for (const { value } of tokens) old.add(value);
        }
        fresh = tokens.filter(({ value }) => (taken === null ? !old.has(value) : value === taken));
        const located = command.description ? locate(document, command.description) : [];
        const { name, readable, ended } = command;
        const here = { registry, containerId, documentId, opened, located, newTokens: fresh };
        const observation = shield.aside(() => look(document, { ...here, name, readable, ended }));
        return { kind: 'seen', observation };
      }
      case 'act':
        if (shield.isStopped()) return { kind: 'stopped' };
        return { kind: 'acted', outcome: await act(command.act) };
      case 'take': {
        const candidate = fresh[Number(command.token.replace('token', ''))];
        taken = candidate?.value ?? null;
        return { kind: 'token', value: taken };
      }
      case 'shield':
        shield.show(command.texts, command.fresh);
        return DONE;
      case 'unshield':
        shield.lower();
        return DONE;
      case 'point':
        pointer.start(command.text);
        return { kind: 'pointed', pointed: pointer.state() };
      case 'pointed':
        return { kind: 'pointed', pointed: pointer.state() };
      case 'stop_pointing':
        pointer.leave();
        return DONE;
    }
  };
};
