import { LABELLED } from './accessible-name.ts';
import { nameOf } from './describe-control.ts';
import { type Elements, isVisible } from './dom.ts';

/** Whether a person has put something into a field of a form, which has more than one: one is a search. */
const isEdited = (element: Element): boolean => {
  const { form, value, type } = element as HTMLInputElement;
  const fields = form ? [...form.querySelectorAll(LABELLED)].filter(isVisible) : [];
  return value !== '' && type !== 'search' && fields.length > 1 && fields.includes(element);
};

/** Whether something was begun on a page that would be lost with it. */
export const hasUnsaved = ({ fitting }: Elements): boolean =>
  fitting('[role=dialog],[role=alertdialog],dialog[open]').some(isVisible) ||
  fitting('input,textarea').some((element) => {
    const { type, value, defaultValue } = element as HTMLInputElement;
    return type.startsWith('text') && value !== '' && value !== defaultValue && isVisible(element);
  }) ||
  // Some write each value as the default, too; what a person does, the browser knows.
  fitting(':user-valid,:user-invalid').some(isEdited);

/** Whether a browser would send no form with a field as it is. */
const isWrong = ({ willValidate, validity }: HTMLInputElement): boolean =>
  willValidate && !validity.valid;

/** Whether what stands in a field is nothing to a browser, or keeps its form from being sent. */
export const isInvalid = (element: Element): boolean => {
  const { validity, value, form } = element as HTMLInputElement;
  const isChecked = form?.noValidate === false && value !== '';
  return validity?.badInput || (isChecked && isWrong(element as HTMLInputElement));
};

/** The name of the first field without which a browser would not send a form, where one is to be seen. */
const firstWrong = (form: HTMLFormElement): string | null => {
  const field = [...form.querySelectorAll<HTMLInputElement>(LABELLED)].find(
    (each) => isWrong(each) && isVisible(each),
  );
  return field ? nameOf(field, 'text').name : null;
};

/**
 * The field that a browser asks for in the place of sending a form by a button. Each form is looked
 * through once: a page can be one form with thousands of buttons.
 */
export const findBars = () => {
  const known = new Map<HTMLFormElement, string | null>();
  return (element: Element): string | null => {
    const { form, type, formNoValidate } = element as HTMLButtonElement;
    if (type !== 'submit' || !form || form.noValidate || formNoValidate) return null;
    const name = known.get(form);
    if (name !== undefined) return name;
    const found = firstWrong(form);
    known.set(form, found);
    return found;
  };
};
