import { useLayoutEffect, useState } from 'preact/hooks';
import type { WorkspaceFacts } from '../client-api/snapshot.ts';

/** Who one is and where, as the page's address says: `#ivo/C012AB3CD`. */
interface Address {
  /** An id. */
  readonly person: string;
  /** A channel's id, `home`, or nothing. */
  readonly place: string;
}

type People = WorkspaceFacts['people'];

const readAddress = (people: People): Address => {
  const [name, place = ''] = location.hash.slice(1).split('/');
  const person = people.find((one) => one.name === name) ?? people[0];
  return { person: person?.id ?? '', place };
};

/** The address, which a reload keeps, and how to change parts of it. */
export const useAddress = (
  people: People,
): Address & { readonly go: (to: Partial<Address>) => void } => {
  const [address, setAddress] = useState(() => readAddress(people));
  // At once: until the next picture, it would miss a change.
  useLayoutEffect(() => {
    const follow = (): void => setAddress(readAddress(people));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [people]);
  return {
    ...address,
    go: (to) => {
      const next = { ...address, ...to };
      const name = people.find(({ id }) => id === next.person)?.name ?? '';
      location.hash = `${name}/${next.place}`;
    },
  };
};
