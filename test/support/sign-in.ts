import type { Tab } from '../e2e/browsers/driver.ts';

/** A demo user of the sandbox. */
export interface Person {
  readonly email: string;
  readonly password: string;
}

export const ADA: Person = { email: 'ada@nord.example', password: 'demo-ada' };
export const NORA: Person = { email: 'nora@nord.example', password: 'demo-nora' };
export const BEN: Person = { email: 'ben@nord.example', password: 'demo-ben' };
export const HANNA: Person = { email: 'hanna@hafen.example', password: 'demo-hanna' };
export const CARLA: Person = { email: 'carla@sol.example', password: 'demo-carla' };
export const OTTO: Person = { email: 'otto@alm.example', password: 'demo-otto' };
export const OLGA: Person = { email: 'olga@alm.example', password: 'demo-olga' };

/**
 * Signs a person in on the origin that a tab shows, as the sign-in form does; what the tab shows
 * stays.
 * @throws Error where the platform refuses
 */
export const signInBehind = async (tab: Tab, person: Person): Promise<void> => {
  const status = await tab.evaluate(async (credentials: Person) => {
    const answer = await fetch('/cockpit-api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
    });
    return answer.status;
  }, person);
  if (status !== 204) throw new Error(`Signing in was answered with ${status}.`);
};

/** Signs the person out again, without the tab showing it. */
export const signOutBehind = (tab: Tab): Promise<void> =>
  tab.evaluate(async () => {
    await fetch('/cockpit-api/sign-out', { method: 'POST' });
  });

/**
 * Signs a person in on the tenant's page that a tab shows, and reloads it.
 * @throws Error where the platform refuses
 */
export const signInOn = async (tab: Tab, person: Person): Promise<void> => {
  await signInBehind(tab, person);
  await tab.reload();
};
