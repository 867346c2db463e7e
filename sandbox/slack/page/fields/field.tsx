import type { PlacedBlock, LiveElement } from '../../blocks/placed.ts';
import type { SeenField } from '../../handle/seen.ts';
import type { Act } from '../use-window.ts';
import { BoxesField, RadioField } from './boxes-field.tsx';
import { DateField, DateTimeField } from './date-field.tsx';
import { ExternalField } from './external-field.tsx';
import type { FieldProps } from './field-props.ts';
import { SelectField } from './select-field.tsx';
import { TypedField } from './typed-field.tsx';

/** A field of a view, as its element wants it drawn. */
export const Field = ({
  block,
  element,
  field,
  act,
}: {
  readonly block: PlacedBlock;
  readonly element: LiveElement;
  readonly field: SeenField;
  readonly act: Act;
}) => {
  const props: FieldProps = {
    field,
    element,
    path: `${field.blockId}/${field.actionId}`,
    act,
    dispatches: block.type === 'input' && (block.dispatch_action ?? false),
  };
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TypedField {...props} />;
    case 'radio_buttons':
      return <RadioField {...props} />;
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <BoxesField {...props} />;
    case 'datepicker':
    case 'timepicker':
      return <DateField {...props} />;
    case 'datetimepicker':
      return <DateTimeField {...props} />;
    case 'external_select':
    case 'multi_external_select':
      return <ExternalField {...props} />;
    case 'static_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <SelectField {...props} />;
    case 'button':
    case 'overflow':
      return null;
  }
};
