import type { Act, ActOutcome } from '../../../shared/cockpit/act.ts';
import type { Description } from '../../../shared/cockpit/description.ts';
import { digest } from '../../../shared/cockpit/digest.ts';
import type { LookWords } from '../../../shared/cockpit/look-words.ts';
import type { Observation } from '../../../shared/cockpit/observation.ts';
import { withLabels } from './accessible-name.ts';
import { createActs } from './act.ts';
import type { OpenedList } from './choices.ts';
import { type Elements, elementsOf } from './dom.ts';
import { type Located, locate } from './locate.ts';
import { look } from './look.ts';
import { createRegistry } from './registry.ts';
import { createShield, type ShieldTexts } from './shield.ts';
import { type MarkedToken, tokensOn } from './tokens.ts';

/** Strings of a token's form by their digests, which outlive a document as the strings may not. */
export interface KnownTokens {
  readonly salt: string;
  /** What stood there before Next was pressed. */
  readonly before: readonly string[];
  /**
   * The token, once it was taken: no other counts from then on. Empty before: Chromium leaves a null
   * out of what it passes to a page.
   */
  readonly taken: string;
}

/** What the background asks of the page; each is answered within seconds. */
export type PageCommand =
  | {
      readonly do: 'look';
      readonly description: Description | null;
      readonly words: LookWords;
      /** The wanted token's name, to be counted; empty for none. */
      readonly name: string;
      /** Whether Next was pressed: what has the form of a token before that is no new one. */
      readonly pressed: boolean;
      readonly tokens: KnownTokens;
    }
  | { readonly do: 'act'; readonly act: Act }
  /** The value of one new token, by the ref of the last look. */
  | { readonly do: 'take'; readonly token: string }
  /** `fresh`: a run begins, whatever was stopped before. */
  | { readonly do: 'shield'; readonly texts: ShieldTexts; readonly fresh: boolean }
  | { readonly do: 'unshield' };

export type PageAnswer =
  | { readonly kind: 'seen'; readonly observation: Observation }
  | { readonly kind: 'acted'; readonly outcome: ActOutcome }
  | { readonly kind: 'token'; readonly value: string | null }
  /** The person stopped the run; nothing was done. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'done' };

const DONE: PageAnswer = { kind: 'done' };

/** The page part: looks and acts in one document, in the extension's isolated world there. */
export const createWizardPage = (document: Document) => {
  const registry = createRegistry();
  const shield = createShield(document);
  const documentId = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const old = new Set<string>();
  /** Where something was last done: a token in another frame is not its answer. */
  let acted: Document | undefined;
  let opened: OpenedList | null = null;
  let fresh: readonly MarkedToken[] = [];
  let lookAgain: ((elements?: Elements, located?: readonly Located[]) => Observation) | undefined;
  let last: Observation | undefined;

  const act = createActs({
    registry,
    aside: shield.aside,
    opened: () => opened,
    setOpened: (list) => void (opened = list),
  });

  return async (command: PageCommand): Promise<PageAnswer> => {
    switch (command.do) {
      case 'look': {
        const { pressed, description, name, words } = command;
        if (shield.isStopped() && !pressed) return { kind: 'stopped' };
        const { salt, before, taken } = command.tokens;
        const page = elementsOf(document);
        shield.renew(page);
        const locateIn = (elements: Elements): Located[] =>
          description ? withLabels(elements, () => locate(elements, description)) : [];
        const found = locateIn(page);
        const places = found.find(({ subject }) => subject === 'token');
        const marked = tokensOn(page.all, places?.elements ?? [], words).map((each) => ({
          ...each,
          digest: digest(each.value, salt),
        }));
        if (!pressed) for (const { value } of marked) old.add(value);
        fresh = marked.filter(
          ({ value, digest: mark, element: { ownerDocument } }) =>
            (acted ?? ownerDocument) === ownerDocument &&
            (taken === '' ? !old.has(value) && !before.includes(mark) : mark === taken),
        );
        const where = fresh.find(({ shown }) => shown);
        if (where) fresh = [where];
        lookAgain = (elements = elementsOf(document), located = locateIn(elements)) => {
          const oldTokens = pressed ? [] : marked;
          const tokens = { newTokens: fresh, oldTokens };
          const ports = { registry, documentId, opened, located, name, words, ...tokens };
          return shield.aside(() => withLabels(elements, () => look(document, elements, ports)));
        };
        last = lookAgain(page, found);
        return { kind: 'seen', observation: last };
      }
      case 'act':
        if (shield.isStopped()) return { kind: 'stopped' };
        let same: (() => boolean) | undefined;
        if (command.act.kind === 'press' && command.act.within !== undefined) {
          const { within } = command.act;
          const state = (seen: Observation | undefined): string =>
            JSON.stringify(seen?.controls.filter(({ path }) => path.includes(within)));
          same = () => state(last) === state(lookAgain?.());
        }
        acted = registry.elementOf(command.act.ref)?.ownerDocument;
        return { kind: 'acted', outcome: await act(command.act, same) };
      case 'take':
        return {
          kind: 'token',
          value: fresh[Number(command.token.slice('token'.length))]?.value ?? null,
        };
      case 'shield':
        shield.show(command.texts, command.fresh);
        return DONE;
      case 'unshield':
        shield.lower();
        return DONE;
    }
  };
};
