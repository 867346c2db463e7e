import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { en } from '../../../extension/messages/en.ts';
import { addDays, type CalendarDate, todayIn } from '../../../shared/calendar.ts';
import { ADA, CARLA, type Person } from '../../support/sign-in.ts';
import type { Popup } from '../browsers/driver.ts';
import { examplesFor, LEVELS } from './levels.ts';
import { copyAndSave, NEXT, theRecord } from './steps.ts';
import { PLAIN_PATH } from './plain-page.ts';
import { openWorld, waitForStep, type World } from './world.ts';

/** People so far away from a tenant that it is never the same day there. */
const FAR = [
  {
    where: 'where the tenant’s day is over while theirs has hours to go',
    zone: 'Etc/GMT+12',
    tenant: { name: 'Nord Labor', zone: 'Pacific/Auckland' },
    person: ADA,
    at: 'nord',
  },
  {
    where: 'where the tenant’s day goes on while theirs is over',
    zone: 'Pacific/Kiritimati',
    tenant: { name: 'Sol Pacific', zone: 'Pacific/Honolulu' },
    person: CARLA,
    at: 'sol',
  },
] as const;

describe.each(LEVELS)('in $name', (driver) => {
  describe.each(examplesFor(driver, FAR))('$where', ({ zone, tenant, person, at }) => {
    let world: World;

    beforeAll(async () => {
      vi.stubEnv('TZ', zone);
      world = await openWorld(driver, { fresh: true });
    });
    beforeEach(() => world.reset());
    afterAll(async () => {
      vi.unstubAllEnvs();
      await world.close();
    });

    const todayThere = (): CalendarDate => todayIn(tenant.zone, Date.now());

    const choose = async (who: Person, date: CalendarDate): Promise<Popup> => {
      const tab = await world.signedIn(who, world.platform.tenants[at].url + PLAIN_PATH);
      const popup = await world.openPopup(tab);
      await waitForStep(popup, 'form');
      const theirZone = await popup.evaluate(
        () => Intl.DateTimeFormat().resolvedOptions().timeZone,
      );
      expect(theirZone).toBe(zone);
      expect(todayIn(zone, Date.now())).not.toBe(todayThere());
      await popup.byRole('combobox', 'Tenant').select(tenant.name);
      await popup.byRole('combobox', 'Expiration date').select(en.expiry.date);
      await popup.byLabel(en.form.ownDate).fill(date);
      await popup.byRole('textbox', 'Name').fill('Far away');
      await popup.press('Enter');
      return popup;
    };

    test('the tenant’s today is the first day that can be chosen, and its zone is named', async () => {
      const today = todayThere();
      const popup = await choose(person, today);
      await waitForStep(popup, 'token');
      expect(await popup.text()).toContain(`(${tenant.zone})`);
      const token = await copyAndSave(world, popup);
      expect((await theRecord(world)).expires_on).toBe(today);
      expect(await world.tryToken(token)).toBe(200);
    });

    test('the tenant’s yesterday has passed, whatever day it is for the person', async () => {
      const popup = await choose(person, addDays(todayThere(), -1));
      const field = popup.byLabel(en.form.ownDate);
      await expect.poll(() => field.description()).toContain(en.fieldErrors.in_the_past);
      expect(await field.isFocused()).toBe(true);
      expect(world.faults.count('POST', NEXT)).toBe(0);
    });
  });
});
