import type { Act, ActOutcome } from '../../../shared/cockpit/act.ts';
import type { Description } from '../../../shared/cockpit/description.ts';
import type { Observation } from '../../../shared/cockpit/observation.ts';
import { createActs } from './act.ts';
import type { OpenedList } from './choices.ts';
import { locate } from './locate.ts';
import { look } from './look.ts';
import { createRegistry } from './registry.ts';
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
      /** Whether Next was pressed: what has the form of a token before that is no new one. */
      readonly pressed: boolean;
    }
  | { readonly do: 'act'; readonly act: Act }
  /** The value of one new token, by the ref of the last look. */
  | { readonly do: 'take'; readonly token: string };

export type PageAnswer =
  | { readonly kind: 'seen'; readonly observation: Observation }
  | { readonly kind: 'acted'; readonly outcome: ActOutcome }
  | { readonly kind: 'token'; readonly value: string | null };

/** The page part: looks and acts in one document, in the extension's isolated world there. */
export const createWizardPage = (document: Document) => {
  const registry = createRegistry();
  const containers = new WeakMap<Element, number>();
  const documentId = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const old = new Set<string>();
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
    opened: () => opened,
    setOpened: (list) => void (opened = list),
  });

  return async (command: PageCommand): Promise<PageAnswer> => {
    switch (command.do) {
      case 'look': {
        const tokens = tokensOn(document);
        if (!command.pressed) for (const { value } of tokens) old.add(value);
        fresh = tokens.filter(({ value }) => !old.has(value));
        const located = command.description ? locate(document, command.description) : [];
        const { name, readable } = command;
        const here = { registry, containerId, documentId, opened, located, newTokens: fresh };
        return { kind: 'seen', observation: look(document, { ...here, name, readable }) };
      }
      case 'act':
        return { kind: 'acted', outcome: await act(command.act) };
      case 'take': {
        const candidate = fresh[Number(command.token.replace('token', ''))];
        return { kind: 'token', value: candidate?.value ?? null };
      }
    }
  };
};
