import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import * as z from 'zod';
import { ok } from '../../shared/result.ts';
import type { Failure } from '../slack/outcome.ts';
import { callViews } from './call-views.ts';
import type { ListenerPorts } from './ports.ts';

const MAX_KEPT = 2000;

const updatedSchema = z.object({ view: z.object({ hash: z.string() }) });

interface Drawn {
  /** How many changes of this view have come in. */
  readonly turn: number;
  /** The hash after our last update, undefined where there was none. */
  readonly hash: Promise<string | undefined>;
}

/**
 * Redraws views as they change. Changes can follow one another faster than Slack takes the updates: a
 * change may still name the hash before the last update, and its update would be refused though what
 * it knows is newer. So the updates of a view go one after another, each with the hash that the one
 * before left, and only the newest change is drawn.
 */
export const createRedraw = (ports: Pick<ListenerPorts, 'pace'>) => {
  const views = new Map<string, Drawn>();
  return (
    client: WebClient,
    seen: { readonly id: string; readonly hash: string },
  ): ((view: ModalView) => Promise<Failure | undefined>) => {
    // The turn is taken as the change comes in; the view to be drawn may take its time.
    const turn = (views.get(seen.id)?.turn ?? 0) + 1;
    const before = views.get(seen.id)?.hash ?? Promise.resolve(undefined);
    views.delete(seen.id);
    views.set(seen.id, { turn, hash: before });
    for (const oldest of views.keys()) {
      if (views.size <= MAX_KEPT) break;
      views.delete(oldest);
    }
    return async (view) => {
      const current = views.get(seen.id);
      if (!current || current.turn !== turn) return undefined;
      const last = current.hash;
      const updating = (async () => {
        const hash = (await last) ?? seen.hash;
        if (views.get(seen.id)?.turn !== turn) return ok(hash);
        const answer = await callViews(ports, 'views.update', () =>
          client.views.update({ view_id: seen.id, hash, view }),
        );
        return answer.ok ? ok(updatedSchema.safeParse(answer.value).data?.view.hash) : answer;
      })();
      // Where an update failed, the next goes by what its own change has seen.
      const kept = updating.then((updated) => (updated.ok ? updated.value : undefined));
      views.set(seen.id, { turn, hash: kept });
      const updated = await updating;
      return updated.ok ? undefined : updated.error;
    };
  };
};
