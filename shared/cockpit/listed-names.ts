import type { Language } from '../messages/language.ts';
import { bare } from './bare-label.ts';
import { LEADING, type Observation } from './observation.ts';
import type { Run } from './run.ts';

/** What the list is looked at for: the row that Save brings, or that Cancel takes away. */
type Looked = 'save' | 'cancel';

const MORE: Readonly<Record<Language, readonly string[]>> = {
  en: ['Next page', 'Go to next page', 'Load more', 'Show more'],
  de: ['Nächste Seite', 'Zur nächsten Seite', 'Mehr laden', 'Mehr anzeigen', 'Weitere anzeigen'],
  it: ['Pagina successiva', 'Vai alla pagina successiva', 'Carica altro', 'Mostra altro'],
  fr: ['Page suivante', 'Aller à la page suivante', 'Charger plus', 'Afficher plus', 'Voir plus'],
};

const MORE_WORDS: ReadonlySet<string> = new Set(Object.values(MORE).flat().map(bare));

/** A second page, by its number alone or with the word for it. */
const SECOND = /^(page |seite |pagina )?2$/;

/** Whether the list goes on where it is not to be seen: a row may stand on another page of it. */
export const goesOn = ({ controls }: Observation): boolean =>
  controls.some(({ kind, name, disabled }) => {
    if (disabled || !LEADING.includes(kind)) return false;
    const label = bare(name);
    return MORE_WORDS.has(label) || SECOND.test(label);
  });

/**
 * How often the list shows the wanted token's name: for Save in rows of tokens that work, since Next
 * may make a row that does not; for Cancel anywhere, since what may be a row is one that is left.
 */
export const namesIn = ({ nameSeen, namePending, nameIn }: Observation, wanted: Looked): number =>
  wanted === 'save' ? nameSeen - namePending : nameIn;

/** The same before Next was pressed; null where nobody saw the list. */
export const namesBefore = (
  run: Pick<Run, 'namesBefore' | 'mentionsBefore'>,
  wanted: Looked,
): number | null => (wanted === 'save' ? run.namesBefore : run.mentionsBefore);
