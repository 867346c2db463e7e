import { en as core } from '../../../../shared/messages/en.ts';
import { en as own } from '../../../../sandbox/platform/cockpit/messages/en.ts';
import { de as ownDe } from '../../../../sandbox/platform/cockpit/messages/de.ts';
import { ADA, CARLA } from '../../../support/sign-in.ts';
import { made, TOKENS, wizardOf } from './at-sol.ts';
import type { Cockpit, Window } from './open-cockpit.ts';
import { act } from './wizard-actions.ts';

/** Looks at a page of the cockpit, in one of its states. */
export type Look = (page: string, window: Window) => Promise<void>;

/** Goes to every page of the cockpit, in every state that looks different, and looks at it. */
export const atEveryPage = async (
  cockpit: Cockpit,
  prepare: (window: Window) => Promise<void>,
  look: Look,
): Promise<void> => {
  const sol = await cockpit.open('sol');
  await prepare(sol);
  await sol.waitForRole('heading', own.signIn.title);
  await look('sign in', sol);
  await sol.byRole('button', own.signIn.submit).click();
  await sol.waitForRole('alert');
  await look('sign in, refused', sol);
  await sol.signIn(CARLA);
  await sol.waitForText(own.home.activeTokens);
  await look('home', sol);
  const [openMenu, unfold] = wizardOf(sol, '');
  await openMenu?.run();
  await unfold?.run();
  await look('menu', sol);

  await sol.goto('/administration/tenant');
  await sol.waitForText('Sol Pacific');
  await look('general', sol);
  await sol.goto('/administration/nowhere');
  await sol.waitForRole('heading', own.notFound.title);
  await look('not found', sol);

  await sol.goto('/');
  await made(sol, 'A token with a long name, which has to find room in a narrow window as well');
  await look('tokens', sol);
  await sol.byRole('searchbox', own.tokens.search).fill('no such token');
  await sol.waitForText(own.tokens.noMatch);
  await look('no token found', sol);
  await sol.goto('/administration/tenant/log');
  await sol.waitForText(own.log.actions.save);
  await look('log', sol);

  await sol.goto(`${TOKENS}/create`);
  await sol.waitForRole('textbox', core.fields.name);
  await look('wizard', sol);
  await sol.byRole('button', core.buttons.next).click();
  await sol.waitForText(core.fieldErrors.required.name);
  await look('wizard, refused', sol);
  await act(wizardOf(sol, 'Shown').slice(5, 11));
  await sol.waitForText(own.wizard.copied);
  await look('token', sol);
  await sol.byRole('button', core.buttons.save).click();
  await sol.byRole('button', 'Revoke Shown').click();
  await sol.waitForRole('dialog');
  await look('revoke', sol);
  await sol.byRole('button', own.tokens.revoke).click();
  await sol.waitForText('“Shown” is revoked.');

  const context = sol.page.browserContext();
  await context.deleteCookie(...(await context.cookies()));
  await sol.byRole('link', own.tenant.log).click();
  await sol.waitForRole('dialog', own.signIn.again);
  await look('signed out in the middle', sol);

  const nord = await cockpit.open('nord');
  await prepare(nord);
  await nord.signIn(ADA);
  await nord.goto(TOKENS);
  await nord.waitForText(ownDe.tokens.none);
  await look('no tokens, in German', nord);
};
