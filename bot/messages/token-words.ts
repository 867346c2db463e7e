import type { Button, KnownBlock } from '@slack/types';
import { safeApiOrigin } from '../../shared/curl.ts';
import { fill } from '../../shared/messages/fill.ts';
import type { Language } from '../../shared/messages/language.ts';
import { TEXT_FIELD_NAMES, type TextField } from '../../shared/request-fields.ts';
import { ASK_AGAIN, HIDE, REVOKE, SHOW_CALL } from './action-ids.ts';
import {
  button,
  buttons,
  clip,
  code,
  heading,
  LIMITS,
  paragraph,
  plain,
  smallPrint,
} from './block-kit.ts';
import type { TokenFacts } from './facts.ts';
import { fillIn } from './formats.ts';
import { summaryIn } from './summary.ts';
import { TEXTS } from './texts.ts';
import type { DeliveryWords } from './delivery-words.ts';

const said = (facts: TokenFacts, language: Language): string =>
  summaryIn(language, facts)?.sentence ?? '';

export const revokeButton = (
  facts: Pick<TokenFacts, 'name' | 'requestId'>,
  language: Language,
): Button => {
  const { revoking, token, buttons: labels } = TEXTS[language];
  return button(token.revoke, REVOKE, facts.requestId, {
    style: 'danger',
    confirm: {
      title: plain(revoking.title, LIMITS.confirmTitle),
      text: plain(
        clip(fillIn(revoking.confirm, { name: clip(facts.name, 120) }), LIMITS.confirmText),
        LIMITS.confirmText,
      ),
      confirm: plain(token.revoke, LIMITS.confirmButton),
      deny: plain(labels.cancel, LIMITS.confirmButton),
      style: 'danger',
    },
  });
};

/** How a message shows each text; undefined for none of its own. */
const SHOWN: {
  readonly [Field in TextField]: ((text: string, label: string) => KnownBlock) | undefined;
} = {
  // Every title names the token.
  name: undefined,
  description: (text) => paragraph(text),
};

const described = (facts: TokenFacts, language: Language): KnownBlock[] =>
  TEXT_FIELD_NAMES.flatMap((field) => {
    const block = SHOWN[field]?.(facts[field], TEXTS[language].fields[field]);
    return block === undefined || facts[field].trim() === '' ? [] : [block];
  });

/** Offers the lines for a shell: in the message they would push the token out of sight. */
export const callButtons = (
  { apiUrl }: Pick<TokenFacts, 'apiUrl'>,
  language: Language,
): Button[] => {
  const origin = safeApiOrigin(apiUrl);
  return origin === undefined ? [] : [button(TEXTS[language].token.call, SHOW_CALL, origin)];
};

/**
 * What is said of a token, in blocks without any markup. The `text` of a message, which notifications
 * show and screen readers read, holds no word that someone typed, and never the token.
 */
export const tokenWords: DeliveryWords = {
  tokenMessage: (facts, token, language) => {
    const texts = TEXTS[language];
    const hide = texts.buttons.hide;
    return {
      text: texts.token.text,
      blocks: [
        heading(fillIn(texts.token.title, { name: facts.name }), said(facts, language)),
        ...described(facts, language),
        paragraph(texts.token.copy),
        code(token.reveal()),
        paragraph(fill(texts.token.once, { hide })),
        smallPrint(texts.token.soon),
        buttons(
          button(hide, HIDE, facts.requestId),
          ...callButtons(facts, language),
          revokeButton(facts, language),
        ),
      ],
    };
  },

  receipt: (facts, state, language) => {
    const { receipt } = TEXTS[language];
    const words = {
      active: [receipt.activeText, receipt.active, said(facts, language)],
      revoked: [receipt.revokedText, receipt.revoked, receipt.dead],
      not_taken_back: [receipt.openText, receipt.open, receipt.notTakenBack],
    } as const;
    const [text, title, body] = words[state];
    const small = [
      ...(facts.hint === null ? [] : [fillIn(receipt.hint, { hint: facts.hint })]),
      ...(state === 'active' ? [receipt.lost] : []),
    ];
    return {
      text,
      blocks: [
        heading(fillIn(title, { name: facts.name }), body),
        ...described(facts, language),
        ...(small.length > 0 ? [smallPrint(small.join('\n'))] : []),
        ...(state === 'revoked'
          ? []
          : [
              buttons(
                ...(state === 'active' ? callButtons(facts, language) : []),
                revokeButton(facts, language),
              ),
            ]),
      ],
    };
  },

  announcement: (facts, why, language) => {
    const { announcements } = TEXTS[language];
    return {
      text: announcements[why],
      blocks: [
        heading(fillIn(announcements.title, { name: facts.name }), announcements[why]),
        smallPrint(said(facts, language)),
        buttons(button(announcements.askAgain, ASK_AGAIN, facts.requestId)),
      ],
    };
  },
};
