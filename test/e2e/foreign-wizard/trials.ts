import type { Page } from 'puppeteer-core';
import { finishWizard } from '../../../extension/background/wizard/finish-wizard.ts';
import { runWizard, type WizardOutcome } from '../../../extension/background/wizard/run-wizard.ts';
import type { BrowserKind } from '../../../sandbox/browsers/find.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { Description } from '../../../shared/cockpit/description.ts';
import { type FinishRun, newFinish } from '../../../shared/cockpit/finish.ts';
import { namesBefore } from '../../../shared/cockpit/listed-names.ts';
import { NEW_RUN, type WizardRequest } from '../../../shared/cockpit/run.ts';
import type { CockpitServer } from '../../support/cockpits/start-cockpit-server.ts';
import type { Made } from '../../support/cockpits/token-record.ts';
import { keptWindows } from '../browsers/kept-windows.ts';
import { buildPagePart, drivenPage } from './driven-page.ts';

/** How one try at a cockpit ended: as the driver says, and as the server has it. */
interface Trial {
  /** `made`, or the reason and the subject of what stopped it, and the control that it names. */
  readonly ended: string;
  readonly made: readonly Made[];
}

/** How a cockpit is tried. */
interface How {
  /** Save unless said. */
  readonly wanted?: FinishRun['wanted'];
  /** The driver's patience with a page ends in a tenth of its time. */
  readonly hurry?: boolean;
  /** Where the form's parts are, as a person has shown it. */
  readonly description?: Description | null;
}

/** A window of one browser in front of the cockpits. */
export interface Trials {
  readonly page: Page;
  readonly goto: (path: string) => Promise<void>;
  /**
   * Goes there without a load, where the page has the same cockpit and its last form was met: to load a
   * toolkit, and to use it for the first time, costs as much as the form.
   */
  readonly change: (path: string) => Promise<void>;
  /** Fills in the form that the open page leads to, and presses Save or Cancel in it. */
  readonly drive: (request: WizardRequest, how?: How) => Promise<Trial>;
  readonly close: () => Promise<void>;
}

const said = (outcome: WizardOutcome): string => {
  switch (outcome.kind) {
    case 'refused': {
      const { reason, subject, control } = outcome.refusal;
      return `${reason} ${subject} “${control}”`;
    }
    case 'unknown':
      return `unknown: ${JSON.stringify(outcome.because)}`;
    case 'lost':
      return `lost: ${outcome.because}`;
    case 'stopped':
    case 'owed':
    case 'token':
      return outcome.kind;
  }
};

/** Opens a window of a browser that the worker keeps. */
export const openTrials = async (kind: BrowserKind, server: CockpitServer): Promise<Trials> => {
  const [windows, source] = await Promise.all([keptWindows(kind), buildPagePart()]);
  const page = await windows.open({ width: 1280, height: 900 });
  /** Whether the form that was filled in last in this page is gone again, and all that it showed. */
  let isMet = false;
  const goto: Trials['goto'] = async (path) => {
    isMet = false;
    await page.goto(server.url + path, { timeout: 0 });
  };
  return {
    page,
    goto,
    change: async (path) => {
      const { pathname } = new URL(path, server.url);
      if (!isMet || new URL(page.url()).pathname !== pathname) return goto(path);
      await page.evaluate((to) => {
        history.replaceState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, path);
    },
    drive: async (request, { wanted = 'save', hurry = false, description = null } = {}) => {
      isMet = false;
      const driven = drivenPage(page, source, () => undefined);
      const ports = { ...driven, description, now: () => driven.now() * (hurry ? 10 : 1) };
      const outcome = await runWizard(ports, request, NEW_RUN);
      if (outcome.kind !== 'token') return { ended: said(outcome), made: server.record.all() };
      const finish = newFinish(wanted, namesBefore(outcome.run, wanted));
      const end = await finishWizard(ports, request.name, finish, outcome.run);
      isMet = end.kind === 'confirmed';
      const ended = isMet ? 'made' : `${wanted}: ${JSON.stringify(end)}`;
      return { ended, made: server.record.all() };
    },
    close: windows.closeAll,
  };
};

/** A request, as it is unless said. */
export const request = (change: Partial<WizardRequest> = {}): WizardRequest => ({
  name: 'Stock sync',
  description: 'for “us” & <them>',
  tenant: { kind: 'one', name: 'Nord Hafen' },
  permissions: ['read', 'delete'],
  expiresOn: '2027-04-03' as CalendarDate,
  ...change,
});

/** What the server holds of a request that was met. */
export const exactly = (wanted: WizardRequest, tenant: string): Partial<Made> => ({
  name: wanted.name,
  description: wanted.description,
  expiresOn: wanted.expiresOn ?? null,
  tenant,
  permissions: (wanted.permissions ?? []).toSorted(),
  more: {},
  state: 'saved',
});
