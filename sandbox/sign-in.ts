import type { Page } from 'puppeteer-core';

/**
 * Signs a demo user in on a tenant's page, as its sign-in form does, and shows the cockpit.
 * @param page a tab of the browser
 * @param url the tenant's URL
 * @param person one of the seeded users
 * @throws Error where the platform refuses
 */
export const signIn = async (
  page: Page,
  url: string,
  person: { readonly email: string; readonly password: string },
): Promise<void> => {
  await page.goto(url);
  const status = await page.evaluate(async (credentials) => {
    const answer = await fetch('/cockpit-api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credentials),
    });
    return answer.status;
  }, person);
  if (status !== 204) throw new Error(`Signing in at ${url} was answered with ${status}.`);
  await page.goto(url);
};
