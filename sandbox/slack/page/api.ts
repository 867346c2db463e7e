import type { Deed, Outcome } from '../client-api/deeds.ts';
import type { Snapshot, WorkspaceFacts } from '../client-api/snapshot.ts';
import type { PanelFacts } from '../client-api/switches.ts';

/** Each load of the page is a window of its own: what was only here is gone with it. */
const WINDOW = `page-${crypto.randomUUID().slice(0, 8)}`;

const windowPath = (person: string): string => `/client-api/windows/${person}/${WINDOW}`;

// The page is built from the same tree as the server that answers it, and talks to no other.
const read = async <T>(answer: Response): Promise<T> => {
  const body = (await answer.json()) as T & { readonly error?: string };
  if (!answer.ok) throw new Error(body.error ?? 'The workspace did not answer as it should.');
  return body;
};

const post = async <T>(path: string, body: object): Promise<T> =>
  read(
    await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

export const getWorkspace = async (): Promise<WorkspaceFacts> =>
  read(await fetch('/client-api/workspace'));

export const getSnapshot = async (person: string, channel: string): Promise<Snapshot> =>
  read(await fetch(`${windowPath(person)}?channel=${encodeURIComponent(channel)}`));

export const sendDeed = (person: string, deed: Deed): Promise<Outcome> =>
  post(windowPath(person), deed);

/** Opens a person's window for as long as it is listened to. @returns what closes it */
export const listen = (person: string, heard: () => void): (() => void) => {
  const source = new EventSource(`${windowPath(person)}/changes`);
  source.addEventListener('changed', heard);
  return () => source.close();
};

export const getPanel = async (): Promise<PanelFacts> => read(await fetch('/client-api/panel'));

export const flip = (wish: object): Promise<PanelFacts> => post('/client-api/panel', wish);
