/**
 * Fills in the sandbox's wizard as fast as its page goes: by selectors of that very page, without
 * looking whether it is right, and presses Next. It is sent into the page as source text, so it uses
 * nothing from outside itself.
 * Then it presses Cancel.
 * @returns how long it took until the token was there, in ms
 */
export const fillInBlindly = async (name: string, date: string): Promise<number> => {
  const began = performance.now();
  const there = async <T extends Element>(selector: string): Promise<T> => {
    for (let left = 3_000; left > 0; left -= 1) {
      const found = document.querySelector<T>(selector);
      if (found?.checkVisibility()) return found;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    throw new Error(`${selector} is not there.`);
  };
  const press = async (selector: string): Promise<void> =>
    (await there<HTMLElement>(selector)).click();
  const set = async (selector: string, value: string, event: string): Promise<void> => {
    const field = await there<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  };
  await press('.menu > button');
  await press('.menu-panel li > button');
  await press('.menu-panel ul ul a');
  await press('nav.tabs a:nth-of-type(2)');
  await press('main a[href$="/api/create"]');
  await set('form.wizard input[name=name]', name, 'input');
  await set('form.wizard input[type=date]', date, 'input');
  const tenant = await there<HTMLSelectElement>('select[name=tenantId]');
  const own = [...tenant.options].find(({ value }) => value !== '' && value !== 'all');
  await set('select[name=tenantId]', own?.value ?? '', 'change');
  await press('form.wizard input[name=read]');
  await press('form.wizard button[type=submit]');
  await there('.wizard .token textarea');
  const took = performance.now() - began;
  // A page with a token that nobody has saved does not let itself be left.
  await press('.wizard .actions button:first-child');
  await there('main a[href$="/api/create"]');
  return took;
};
