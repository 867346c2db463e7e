import type { FlowState } from '../../../../shared/flow/state.ts';
import { fill } from '../../../../shared/messages/fill.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import { isAlike } from '../../../../shared/same-draft.ts';
import type { Draft } from '../../../../shared/token-request.ts';
import type { LinkNote } from '../../../channel/reply.ts';
import type { KeptLink } from '../kept-link.ts';
import { de } from './de.ts';
import { en, type LinkTexts } from './en.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** What is said of links, by language. */
export const LINK_TEXTS: Readonly<Record<Language, LinkTexts>> = { en, de, it, fr };

/** What a link has just brought: a form filled in, or nothing, and why. */
export type LinkNews =
  | { readonly kind: 'taken' | 'malformed' | 'made' }
  /** It is for a page of another origin. */
  | { readonly kind: 'elsewhere'; readonly origin: string };

/** Who sends a link writes it: nothing of it changes how the words around it are read. */
const shown = (text: string): string => text.replace(/\p{C}/gu, '').trim();

/** Whether a draft is still the link's request, whatever else was changed in it. */
const isOfLink = ({ came }: KeptLink, draft: Draft): boolean =>
  came.name === undefined
    ? (Object.keys(came) as (keyof Draft)[]).some((key) => isAlike(came, draft, key))
    : came.name === draft.name;

/** Whether a draft is a link's request, of which nothing has been made yet. */
export const isRequestOf = (kept: KeptLink, draft: Draft): boolean =>
  !kept.left && kept.made === null && isOfLink(kept, draft);

/** What is to be said of a link: how the form came by its values, or what to do with the token. */
export const linkNote = (
  state: FlowState,
  kept: KeptLink | undefined,
  news: LinkNews | undefined,
  language: Language,
): LinkNote | undefined => {
  const texts = LINK_TEXTS[language];
  if (state.step === 'form' && news && news.kind !== 'taken') {
    const values = news.kind === 'elsewhere' ? { origin: news.origin } : {};
    const text = texts[news.kind];
    return { kind: 'warning', text, values, said: fill(text, values) };
  }
  if (!kept || kept.left || !('draft' in state)) return undefined;
  const person = shown(kept.from?.person ?? '');
  const workspace = shown(kept.from?.workspace ?? '');
  const values = { person, workspace };
  const known = person !== '' && workspace !== '';
  if (state.step === 'form') {
    if (!isRequestOf(kept, state.draft)) return undefined;
    const text = known ? texts.from : texts.fromNobody;
    return {
      kind: 'info',
      text,
      values,
      came: kept.came,
      legend: texts.legend,
      ...(kept.before ? { before: { text: texts.before, label: texts.back } } : {}),
      ...(news ? { said: fill(text, values) } : {}),
    };
  }
  if (!known) return undefined;
  if (state.step === 'token' || state.step === 'saving') {
    return isRequestOf(kept, state.draft)
      ? { kind: 'info', text: texts.deliver, values }
      : undefined;
  }
  const isIts = state.step === 'saved' && kept.made === state.record.id;
  return isIts ? { kind: 'info', text: texts.saved, values } : undefined;
};
