import { expect, it } from 'vitest';
import { finishWizard } from '../../../../extension/background/wizard/finish-wizard.ts';
import { runWizard } from '../../../../extension/background/wizard/run-wizard.ts';
import type { WizardPorts } from '../../../../extension/background/wizard/wizard-ports.ts';
import type { Observation } from '../../../../shared/cockpit/observation.ts';
import { NEW_RUN } from '../../../../shared/cockpit/run.ts';
import { NO_TEXTS } from '../../../../shared/each-field.ts';
import { control, page } from '../../shared/cockpit/controls.ts';
import { tokenValue } from '../../shared/examples.ts';

/** A person thinks longer about a dialog of the page's than a page is waited for. */
const DIALOG_MS = 20_000;

const token = { ref: 'token0', path: [1], digest: 'new' };
const list = { listed: true, headed: true };

/** A page that answers one look after the other, the first one only once its dialog was answered. */
const ports = (looks: readonly Observation[]): WizardPorts => {
  let clock = 0;
  let count = 0;
  return {
    ask: async (command) => {
      if (command.do === 'take') return { kind: 'token', value: tokenValue(1) };
      if (command.do !== 'look') return { kind: 'done' };
      if (count === 0) clock += DIALOG_MS;
      const observation = looks[Math.min(count, looks.length - 1)] ?? page([]);
      count += 1;
      return { kind: 'seen', observation };
    },
    description: null,
    keep: async () => undefined,
    keepFinish: async () => undefined,
    progress: () => undefined,
    now: () => clock,
    rest: async (ms) => void (clock += ms),
  };
};

it('a token is still waited for after a dialog that was open for long', async () => {
  const looks = [page([]), page([]), page([], { newTokens: [token] })];
  const pressed = { ...NEW_RUN, pressed: true, documentId: 'one' };
  const wanted = {
    ...NO_TEXTS,
    name: 'Mine',
    tenant: null,
    permissions: null,
    expiresOn: undefined,
  };
  const outcome = await runWizard(ports(looks), wanted, pressed);
  expect(outcome.kind).toBe('token');
});

it('so is the sign of a Save', async () => {
  const opener = control('button', 'Create token');
  const looks = [page([]), page([]), page([opener], { ...list, nameSeen: 1 })];
  const start = { wanted: 'save', namesBefore: 0, pressed: true, names: null } as const;
  const shown = { documentId: 'one', salt: '', tokensBefore: [], candidate: 'new' };
  expect(await finishWizard(ports(looks), 'Mine', start, shown)).toEqual({ kind: 'confirmed' });
});
