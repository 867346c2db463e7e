import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { type CalendarDate, todayIn } from '../../shared/calendar.ts';
import type { Language } from '../../shared/messages/language.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Tenant } from '../../shared/tenant-api/port.ts';
import { answer } from '../messages/answer.ts';
import type { Said } from '../messages/said.ts';
import { TEXTS } from '../messages/texts.ts';
import { createModal, plainModal } from '../modal/create-modal.ts';
import { choicesIn, startForm } from '../modal/fill-form.ts';
import type { Form } from '../modal/form.ts';
import type { Wish } from '../modal/wish.ts';
import { soughtBy } from '../modal/wished-tenant.ts';
import { inTime } from '../time/in-time.ts';
import { callViews } from './call-views.ts';
import { type Around, lookAround } from './circumstances.ts';
import { FOR_DECIDING, FOR_DRAWING, type ListenerDeps } from './ports.ts';
import { namedTenants } from './named-tenants.ts';
import { reply } from './reply.ts';

/** Someone wants a form, by a command or a button. */
export interface Opening {
  readonly client: WebClient;
  readonly triggerId: string;
  readonly respond: RespondFn | undefined;
  readonly userId: string;
  /** What the policy knows for the place, and where the token goes first. */
  readonly channel: string | null;
  readonly responseUrl: string | null;
  /** @param today in the zone of the bot's own tenant */
  readonly wish: (today: CalendarDate) => Wish;
}

/** A trigger lives for 3 seconds from Slack's side; past this, something is shown and filled later. */
const PATIENCE_MS = 1200;

const otherTenants = async (
  { tenants }: ListenerDeps,
  { circumstances }: Around,
  { tenant }: Wish,
): Promise<readonly Tenant[]> => {
  const { world } = circumstances;
  const sought = tenant && soughtBy(tenant);
  const wished = sought === undefined ? [] : tenants.search(world, sought);
  const choices = choicesIn(circumstances);
  // Where none is known that the person may have, it may be a new one, or one beyond the first.
  const none = !world.tenants.some((each) => choices.allows(each));
  const named = none ? namedTenants(tenants, world, choices) : [];
  return [...(await wished), ...(await named)];
};

interface Prepared {
  readonly language: Language;
  readonly form: Result<Form, Said>;
}

const prepare = async (
  deps: ListenerDeps,
  opening: Opening,
  maxAge: typeof FOR_DRAWING | typeof FOR_DECIDING = FOR_DRAWING,
): Promise<Prepared> => {
  const { userId, channel, responseUrl } = opening;
  const issuedAt = deps.now();
  const around = await lookAround(deps, userId, channel, maxAge);
  if (!around.ok) {
    const person = await deps.people(userId, FOR_DRAWING.person);
    const language = person.ok ? person.value.language : 'en';
    return { language, form: err({ text: TEXTS[language].problems[around.error] }) };
  }
  const { person, circumstances } = around.value;
  const { language } = person;
  const wish = opening.wish(todayIn(circumstances.world.session.tenant.timeZone, deps.now()));
  const others = await otherTenants(deps, around.value, wish);
  const metadata = { userId, channel, responseUrl, issuedAt, language };
  const form = startForm(circumstances, metadata, wish, others);
  if (form.ok) return { language, form };
  // Nobody is sent away on what was true five minutes ago, or on what Slack did not say.
  if (maxAge === FOR_DRAWING && deps.allowances.anew(userId)) {
    return prepare(deps, opening, FOR_DECIDING);
  }
  return {
    language,
    form: around.value.unsure ? err({ text: TEXTS[language].problems.slack }) : form,
  };
};

/** Shows a view, and says instead where Slack would not take it. @returns its id and hash */
const show = async (
  deps: ListenerDeps,
  opening: Opening,
  view: ModalView,
  language: Language,
): Promise<{ readonly id: string; readonly hash: string } | undefined> => {
  const opened = await callViews(deps, 'views.open', () =>
    opening.client.views.open({ trigger_id: opening.triggerId, view }),
  );
  if (opened.ok) return { id: opened.value.view?.id ?? '', hash: opened.value.view?.hash ?? '' };
  deps.log.warn('form_not_opened', { code: opened.error.code });
  await reply(deps, opening, answer({ text: TEXTS[language].problems.expired }));
  return undefined;
};

/**
 * Opens the form, or says why there is none. To be called after the ack. Where Slack or the platform
 * is slow, the modal opens at once and is filled as soon as they answer.
 */
export const openForm = async (deps: ListenerDeps, opening: Opening): Promise<void> => {
  if (!deps.allowances.form(opening.userId)) {
    const person = await deps.people(opening.userId, Infinity);
    const { problems } = TEXTS[person.ok ? person.value.language : 'en'];
    await reply(deps, opening, answer({ text: problems.often }));
    return;
  }
  const preparing = prepare(deps, opening);
  const first = await inTime<Prepared | undefined>(PATIENCE_MS, preparing, undefined);
  if (first) {
    const { language, form } = first;
    if (form.ok) await show(deps, opening, createModal(form.value), language);
    else await reply(deps, opening, answer(form.error));
    return;
  }
  const shown = await show(deps, opening, plainModal('en', { text: TEXTS.en.form.loading }), 'en');
  const { language, form } = await preparing;
  if (!shown) return;
  const view = form.ok ? createModal(form.value) : plainModal(language, form.error);
  const filled = await callViews(deps, 'views.update', () =>
    opening.client.views.update({ view_id: shown.id, hash: shown.hash, view }),
  );
  // Closed meanwhile, most likely.
  if (!filled.ok) deps.log.info('form_not_filled', { code: filled.error.code });
};
