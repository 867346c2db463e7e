import { fill } from '../../../../shared/messages/fill.ts';
import type { Language } from '../../../../shared/messages/language.ts';
import type { GrantRequest } from '../../../channel/grant-request.ts';

/** What is said where a cockpit loads pages and the browser lets an extension work on one a click. */
export const GRANT_WORDS = {
  en: {
    pages:
      'This cockpit loads a new page at each step, and the browser lets an extension work on one page a click.',
    allow: 'Allow {host} until this token is done.',
    orKey: 'Or press {key} at each new page.',
    noKey:
      'No key is set for going on page by page; the browser’s add-ons page has a place to set one.',
    privately: 'In a private window nothing is allowed for longer than that: {how}',
    key: 'press {key} at each new page.',
    click: 'click the icon at each new page.',
    button: 'Allow {host}',
    keep: 'Keep for this host',
    stop: 'Stop',
  },
  de: {
    pages:
      'Dieses Cockpit lädt bei jedem Schritt eine neue Seite, und der Browser lässt eine Erweiterung je Klick auf einer Seite arbeiten.',
    allow: 'Erlauben Sie {host}, bis dieses Token fertig ist.',
    orKey: 'Oder drücken Sie auf jeder neuen Seite {key}.',
    noKey:
      'Um Seite für Seite weiterzugehen, ist keine Taste eingestellt; das geht auf der Add-ons-Seite des Browsers.',
    privately: 'In einem privaten Fenster wird nichts länger erlaubt: {how}',
    key: 'Drücken Sie auf jeder neuen Seite {key}.',
    click: 'Klicken Sie auf jeder neuen Seite auf das Symbol.',
    button: '{host} erlauben',
    keep: 'Für diesen Host behalten',
    stop: 'Anhalten',
  },
  it: {
    pages:
      'Questo cockpit carica una nuova pagina a ogni passo, e il browser lascia lavorare un’estensione su una pagina per clic.',
    allow: 'Consenti {host} finché questo token non è pronto.',
    orKey: 'Oppure premi {key} a ogni nuova pagina.',
    noKey:
      'Per procedere pagina per pagina non è impostato alcun tasto; lo si imposta nella pagina dei componenti aggiuntivi del browser.',
    privately: 'In una finestra anonima non si consente nulla più a lungo: {how}',
    key: 'premi {key} a ogni nuova pagina.',
    click: 'fai clic sull’icona a ogni nuova pagina.',
    button: 'Consenti {host}',
    keep: 'Mantieni per questo host',
    stop: 'Ferma',
  },
  fr: {
    pages:
      'Ce cockpit charge une nouvelle page à chaque étape, et le navigateur laisse une extension travailler sur une page par clic.',
    allow: 'Autorisez {host} jusqu’à ce que ce token soit prêt.',
    orKey: 'Ou appuyez sur {key} à chaque nouvelle page.',
    noKey:
      'Aucune touche n’est réglée pour avancer page par page ; cela se règle dans la page des extensions du navigateur.',
    privately: 'Dans une fenêtre privée, rien n’est autorisé plus longtemps : {how}',
    key: 'appuyez sur {key} à chaque nouvelle page.',
    click: 'cliquez sur l’icône à chaque nouvelle page.',
    button: 'Autoriser {host}',
    keep: 'Garder pour cet hôte',
    stop: 'Arrêter',
  },
} satisfies Readonly<Record<Language, unknown>>;

/**
 * What a person is asked before the extension can go on in a new document.
 * @param pattern of the host, in the browser's form
 * @param key the extension's own, as it is set now; empty where none is
 * @param where `private`: nothing is asked of the browser, which would write it down; `apart`, in a
 *   container: nothing is kept
 */
export const grantRequest = (
  language: Language,
  pattern: string,
  host: string,
  key: string,
  where: 'ordinary' | 'apart' | 'private',
): GrantRequest => {
  const words = GRANT_WORDS[language];
  const { pages, stop } = words;
  if (where === 'private') {
    const how = key === '' ? words.click : fill(words.key, { key });
    return { said: `${pages} ${fill(words.privately, { how })}`, allow: null, stop };
  }
  const otherwise = key === '' ? words.noKey : fill(words.orKey, { key });
  return {
    said: `${pages} ${fill(words.allow, { host })} ${otherwise}`,
    allow: {
      pattern,
      label: fill(words.button, { host }),
      keep: where === 'apart' ? null : words.keep,
    },
    stop,
  };
};
