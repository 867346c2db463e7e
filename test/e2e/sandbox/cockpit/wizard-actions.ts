import type { CockpitMessages } from '../../../../sandbox/platform/cockpit/messages/en.ts';
import type { Messages } from '../../../../shared/messages/en.ts';
import type { Window } from './open-cockpit.ts';

/** Something that a person does: a click, a choice, or filling in a field. */
export interface Action {
  readonly what: string;
  readonly run: () => Promise<void>;
}

/** What goes into the wizard: the token that the product's popup makes when nothing is changed. */
export interface WizardValues {
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly expiresOn: string;
  readonly tenant: string;
}

/**
 * All that a person does in the platform's own wizard, from the signed-in home page to a token that
 * is saved and in the clipboard. Putting the cursor into a field is not counted apart, and neither
 * are the keys of a name or a date.
 */
export const wizardActions = (
  window: Window,
  { own, core }: { readonly own: CockpitMessages; readonly core: Messages },
  { name, expiresOn, tenant }: WizardValues,
): readonly Action[] => {
  const click = (role: string, label: string): Action => ({
    what: `click ${label}`,
    run: () => window.byRole(role, label).click(),
  });
  return [
    click('button', own.menu.label),
    click('button', own.menu.administration),
    click('link', own.menu.tenant),
    click('link', own.tenant.api),
    click('link', own.tokens.create),
    {
      what: `fill in ${core.fields.name}`,
      run: () => window.byRole('textbox', core.fields.name).fill(name),
    },
    {
      what: `fill in ${core.fields.expiresOn}`,
      run: () => window.byLabel(core.fields.expiresOn).fill(expiresOn),
    },
    {
      what: `choose ${core.fields.tenantId}`,
      run: () => window.byRole('combobox', core.fields.tenantId).select(tenant),
    },
    click('checkbox', core.permissions.read),
    click('button', core.buttons.next),
    click('button', core.buttons.copy),
    click('button', core.buttons.save),
  ];
};

/** Does the actions up to the one named, which is left out; all of them without a name. */
export const act = async (actions: readonly Action[], until?: string): Promise<void> => {
  for (const { what, run } of actions) {
    if (what === until) return;
    await run();
  }
};
