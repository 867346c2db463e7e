import type { Button, KnownBlock } from '@slack/types';
import { askTokenLine, curlLine, safeApiOrigin, SHELL_NAMES, SHELLS } from '../../shared/curl.ts';
import type { Language } from '../../shared/messages/language.ts';
import type { DeliveryWords } from '../delivery/ports.ts';
import { ASK_AGAIN, HIDE, REVOKE } from './action-ids.ts';
import {
  button,
  buttons,
  clip,
  code,
  codes,
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

const said = (facts: TokenFacts, language: Language): string =>
  summaryIn(language, facts)?.sentence ?? '';

const revokeButton = (facts: TokenFacts, language: Language): Button => {
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

const described = (facts: TokenFacts): KnownBlock[] =>
  facts.description.trim() === '' ? [] : [paragraph(facts.description)];

/** How to use the token, in each shell. The two lines are two boxes: each is copied by itself. */
const callsOf = (origin: string, how: string): KnownBlock[] => [
  paragraph(how),
  ...SHELLS.map((shell) =>
    codes([askTokenLine(shell), curlLine(origin, shell)], `${SHELL_NAMES[shell]}:`),
  ),
];

/**
 * What is said of a token, in blocks without any markup. The `text` of a message, which notifications
 * show and screen readers read, holds no word that someone typed, and never the token.
 */
export const tokenWords: DeliveryWords = {
  tokenMessage: (facts, token, language) => {
    const texts = TEXTS[language];
    const origin = safeApiOrigin(facts.apiUrl);
    return {
      text: texts.token.text,
      blocks: [
        heading(fillIn(texts.token.title, { name: facts.name }), said(facts, language)),
        ...described(facts),
        code(token.reveal()),
        smallPrint(`${texts.token.once} ${texts.token.soon}`),
        ...(origin === undefined ? [] : callsOf(origin, texts.curl.how)),
        buttons(button(texts.buttons.hide, HIDE, facts.requestId), revokeButton(facts, language)),
      ],
    };
  },

  receipt: (facts, state, language) => {
    const { receipt } = TEXTS[language];
    const active = state === 'active';
    const title = fillIn(active ? receipt.active : receipt.revoked, { name: facts.name });
    const small = [
      ...(facts.hint === null ? [] : [fillIn(receipt.hint, { hint: facts.hint })]),
      ...(active ? [receipt.lost] : []),
    ];
    return {
      text: active ? receipt.activeText : receipt.revokedText,
      blocks: [
        heading(title, active ? said(facts, language) : receipt.dead),
        ...described(facts),
        ...(small.length > 0 ? [smallPrint(small.join('\n'))] : []),
        ...(active ? [buttons(revokeButton(facts, language))] : []),
      ],
    };
  },

  announcement: (facts, why, language) => {
    const { announcements } = TEXTS[language];
    return {
      text: announcements.text,
      blocks: [
        heading(fillIn(announcements.title, { name: facts.name }), announcements[why]),
        smallPrint(said(facts, language)),
        buttons(button(announcements.askAgain, ASK_AGAIN, facts.requestId)),
      ],
    };
  },
};
