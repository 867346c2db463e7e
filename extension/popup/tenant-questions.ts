import { personOf } from './flow-facts.ts';
import type { Actions } from './model.ts';
import type { ActionPorts, PopupPorts } from './ports.ts';

const SEARCH_REST_MS = 250;

/**
 * The search among tenants of which not all are known: what is typed narrows those that are at once, and
 * is asked of the platform when the typing rests.
 */
export const createTenantQuestions = (
  { model, update, receive }: ActionPorts,
  { tab, ask }: PopupPorts,
): Actions['searchTenants'] => {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const askForTenants = async (search: string): Promise<void> => {
    const person = personOf(model().flow);
    if (!tab || !person) return;
    const reply = await ask({ ask: 'tenants', tabId: tab.id, ...person, search });
    const { flow, search: now, status } = model();
    // What was typed meanwhile is another question.
    const isLast = now?.typed?.trim() === search;
    if (reply.kind !== 'place') {
      if (isLast) update({ searching: '' });
      await receive(reply);
    } else if (flow.step === 'form') {
      const { place, said } = reply;
      const news = isLast ? { searching: said, status: said ?? status } : {};
      update({ flow: { ...flow, place }, ...news });
    }
  };

  return (search) => {
    const { flow, search: before, texts } = model();
    if (search === before) return;
    update({ search });
    const wanted = search?.typed?.trim() ?? '';
    if (search?.typed === before?.typed) return;
    clearTimeout(timer);
    const isAsked =
      flow.step === 'form' && wanted !== '' && flow.place.tenantsTotal > flow.place.tenants.length;
    update({ searching: isAsked ? texts.loading : undefined });
    if (isAsked) timer = setTimeout(() => void askForTenants(wanted), SEARCH_REST_MS);
  };
};
