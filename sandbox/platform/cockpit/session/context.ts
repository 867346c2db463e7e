import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Session } from '../../../../shared/tenant-api/port.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

/**
 * Who is signed in.
 * @throws Error outside of the signed-in pages
 */
export const useSignedIn = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in around this component.');
  return session;
};
