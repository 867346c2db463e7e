import type { Language } from '../../shared/messages/language.ts';
import { barred } from '../../shared/policy/decide.ts';
import { splitId } from '../../shared/policy/platform-names.ts';
import { err, type Result } from '../../shared/result.ts';
import { answer } from '../messages/answer.ts';
import type { Said } from '../messages/said.ts';
import { TEXTS } from '../messages/texts.ts';
import { createModal, plainModal } from '../modal/create-modal.ts';
import { awayFrom, choicesIn, startForm } from '../modal/fill-form.ts';
import type { ModalForm } from '../modal/form.ts';
import { ALL_TENANTS } from '../../shared/token-request.ts';
import { type Found, NOTHING_SOUGHT, type Offer } from '../tenants/tenant-directory.ts';
import type { Wish } from '../modal/wish.ts';
import { soughtBy } from '../modal/wished-tenant.ts';
import { inTime } from '../time/in-time.ts';
import { callViews } from './call-views.ts';
import type { Circumstances } from '../policy/circumstances.ts';
import { lookAround, tenantOf } from './circumstances.ts';
import { languageOf } from './language-of.ts';
import { FOR_DECIDING, FOR_DRAWING, type ListenerPorts } from './ports.ts';
import { namedTenants } from './named-tenants.ts';
import { type ModalFor, openModal } from './open-modal.ts';
import { reply } from './reply.ts';

/** Someone wants a form, by a command or a button. */
export interface Opening extends ModalFor {
  /** What the policy knows for the place, and where the token goes first. */
  readonly channel: string | null;
  readonly responseUrl: string | null;
  readonly wish: Wish;
}

/** A trigger lives for 3 seconds from Slack's side; past this, something is shown and filled later. */
const PATIENCE_MS = 1200;
const FIND_MS = 3000;

const otherTenants = async (
  { tenants }: ListenerPorts,
  circumstances: Circumstances,
  { tenant }: Wish,
): Promise<Found> => {
  const { offer } = circumstances;
  const sought = tenant && soughtBy(tenant);
  const wished = sought === undefined ? NOTHING_SOUGHT : tenants.search(offer, sought);
  const choices = choicesIn(circumstances);
  // Where none is known that the person may have, it may be a new one, or one beyond the first.
  const none = choices.first(offer.tenants) === undefined;
  const named = none ? namedTenants(tenants, offer, choices) : [];
  const { tenants: found, missed } = await wished;
  return { tenants: [...found, ...(await named)], missed };
};

/**
 * The same tenant again by the id that it has now: one from before there were several platforms does not say
 * whose it is, and is then the first one's.
 */
const asNow = async (ports: ListenerPorts, offer: Offer, wish: Wish): Promise<Wish> => {
  const { tenant } = wish;
  if (!offer.parts || tenant?.kind !== 'again' || tenant.id === ALL_TENANTS) return wish;
  if (splitId(tenant.id).platform !== null) return wish;
  const found = await tenantOf(ports, offer, tenant.id, tenant.name, FIND_MS);
  return found.ok && found.value ? { ...wish, tenant: { ...tenant, id: found.value.id } } : wish;
};

/** Puts on record that the policy leaves someone nothing to choose, where it is that. */
const noteBar = async (
  { note, teamId }: ListenerPorts,
  circumstances: Circumstances,
): Promise<void> => {
  const { policy, asker, unsure, offer } = circumstances;
  const unknown = offer.listMissing || awayFrom(offer, choicesIn(circumstances)).length > 0;
  const bar = barred(policy, asker)?.code ?? (unknown ? undefined : 'nothing_to_choose');
  if (unsure || bar === undefined) return;
  const { id } = asker;
  const line = { team_id: teamId, who: id, role: 'asker', event: 'denied' } as const;
  await note({ ...line, asker: id, detail: bar });
};

interface Prepared {
  readonly language: Language;
  readonly form: Result<ModalForm, Said>;
}

const prepare = async (
  ports: ListenerPorts,
  opening: Opening,
  maxAge: typeof FOR_DRAWING | typeof FOR_DECIDING = FOR_DRAWING,
): Promise<Prepared> => {
  const { userId, channel, responseUrl } = opening;
  const issuedAt = ports.now();
  const around = await lookAround(ports, userId, channel, maxAge);
  if (!around.ok) {
    const language = await languageOf(ports, userId);
    return { language, form: err({ text: TEXTS[language].problems[around.error] }) };
  }
  const circumstances = around.value;
  const { language } = circumstances.person;
  const { offer } = circumstances;
  const wish = await asNow(ports, offer, opening.wish);
  const others = await otherTenants(ports, circumstances, wish);
  const metadata = { userId, channel, responseUrl, issuedAt, language };
  const form = startForm(circumstances, metadata, wish, others);
  if (form.ok) return { language, form };
  // Nobody is sent away on what was true five minutes ago, or on what Slack did not say.
  if (maxAge === FOR_DRAWING && ports.allowances.anew(userId)) {
    return prepare(ports, opening, FOR_DECIDING);
  }
  // Nobody waits for it.
  void noteBar(ports, circumstances);
  return {
    language,
    form: circumstances.unsure ? err({ text: TEXTS[language].problems.slack }) : form,
  };
};

/**
 * Opens the form, or says why there is none. To be called after the ack. Where Slack or the platform
 * is slow, the modal opens at once and is filled as soon as they answer.
 */
export const openForm = async (ports: ListenerPorts, opening: Opening): Promise<void> => {
  if (!ports.allowances.form(opening.userId)) {
    const { problems } = TEXTS[await languageOf(ports, opening.userId, Infinity)];
    await reply(ports, opening, answer({ text: problems.often }));
    return;
  }
  const preparing = prepare(ports, opening);
  const first = await inTime<Prepared | undefined>(PATIENCE_MS, preparing, undefined);
  if (first) {
    const { language, form } = first;
    if (form.ok) await openModal(ports, opening, createModal(form.value), language);
    else await reply(ports, opening, answer(form.error));
    return;
  }
  // Who has waited is not to wait for that too.
  const spoken = await inTime(0, languageOf(ports, opening.userId, Infinity), 'en');
  const loading = plainModal(spoken, { text: TEXTS[spoken].form.loading });
  const shown = await openModal(ports, opening, loading, spoken);
  const { language, form } = await preparing;
  if (!shown) return;
  const view = form.ok ? createModal(form.value) : plainModal(language, form.error);
  const filled = await callViews(ports, 'views.update', () =>
    opening.client.views.update({ view_id: shown.id, hash: shown.hash, view }),
  );
  // Closed meanwhile, most likely.
  if (!filled.ok) ports.log.info('form_not_filled', { code: filled.error.code });
};
