import type { home as english } from './en.ts';

/** In German, what the app's Home says. */
export const home: typeof english = {
  create: 'Neues API-Token',
  waits: 'Wartet auf Sie',
  nothingWaits: 'Auf Sie wartet nichts.',
  asked: 'Von Ihnen angefordert',
  nothingAsked: 'Sie haben noch kein API-Token angefordert.',
  more: 'Mehr steht in Ihren Nachrichten mit dieser App.',
  groupsUnknown:
    'Slack teilt nicht mit, in welchen Gruppen Sie sind; Anforderungen an eine Gruppe können fehlen.',
  failed:
    'Was Sie betrifft, ließ sich nicht lesen. Es ging nichts verloren; öffnen Sie dies in einer Minute noch einmal.',
  flow: {
    under_way: 'Unterwegs.',
    works: 'Gespeichert und funktioniert.',
    expired: 'Abgelaufen: Es funktioniert nicht mehr.',
    revoked: 'Widerrufen: Es funktioniert nicht mehr.',
    none: 'Es ist kein funktionierendes Token daraus geworden; eine Nachricht hat gesagt, warum.',
    open: 'Es könnte funktionieren, obwohl es nicht sollte: Seine Nachricht sagt, was zu tun ist.',
  },
};
