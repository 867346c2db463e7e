import type {
  Checkboxes,
  Datepicker,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextInput,
  PlainTextOption,
  Select,
} from '@slack/types';
import { PERMISSIONS } from '../../shared/permissions.ts';
import { parseCalendarDate } from '../../shared/calendar.ts';
import { fill } from '../../shared/messages/fill.ts';
import { type OtherField, TEXT_FIELD_NAMES, TEXT_FIELDS } from '../../shared/request-fields.ts';
import { ALL_TENANTS } from '../../shared/token-request.ts';
import { clip, LIMITS, option, paragraph, plain } from '../messages/block-kit.ts';
import type { Texts } from '../messages/en.ts';
import { listIn } from '../messages/formats.ts';
import { type Said, saying } from '../messages/said.ts';
import { summaryIn } from '../messages/summary.ts';
import { TEXTS } from '../messages/texts.ts';
import { CREATE_FORM, FIELD_IDS } from './fields.ts';
import type { ModalForm } from './form.ts';
import { writeMetadata } from './metadata.ts';
import { tenantOptions } from './tenant-options.ts';

const input = (
  field: string,
  label: string,
  element: InputBlock['element'],
  more: Partial<InputBlock> = {},
): InputBlock => ({
  type: 'input',
  block_id: field,
  label: plain(label, LIMITS.label),
  element,
  ...more,
});

const textInput = (field: string, initial: string, multiline: boolean): PlainTextInput => ({
  type: 'plain_text_input',
  action_id: field,
  multiline,
  ...(initial === '' ? {} : { initial_value: clip(initial, LIMITS.section) }),
});

const expirySelect = (form: ModalForm, texts: Texts): Select => {
  const options = form.expiries.map((each) => option(texts.expiry[each], each));
  const initial = options.find(({ value }) => value === form.draft.expiry);
  return {
    type: 'static_select',
    action_id: FIELD_IDS.expiry,
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
};

const datepicker = (form: ModalForm): Datepicker => {
  const date = parseCalendarDate(form.draft.ownDate);
  return {
    type: 'datepicker',
    action_id: FIELD_IDS.ownDate,
    ...(date === undefined ? {} : { initial_date: date }),
  };
};

const tenantSelect = (form: ModalForm, texts: Texts): Select => {
  const initialOf = (options: readonly PlainTextOption[]) => {
    const initial = options.find(({ value }) => value === form.tenant?.id);
    return initial ? { initial_option: initial } : {};
  };
  if (form.tenants === 'search') {
    return {
      type: 'external_select',
      action_id: FIELD_IDS.tenant,
      min_query_length: 0,
      placeholder: plain(texts.form.searchTenants, LIMITS.placeholder),
      ...initialOf(tenantOptions(form.tenant ? [form.tenant] : [], texts)),
    };
  }
  const all = form.allTenants ? [{ id: ALL_TENANTS, name: '' }] : [];
  const options = tenantOptions([...form.tenants, ...all], texts);
  return { type: 'static_select', action_id: FIELD_IDS.tenant, options, ...initialOf(options) };
};

const permissionBoxes = (form: ModalForm, texts: Texts): Checkboxes => {
  const options = PERMISSIONS.filter((each) => form.permissions.includes(each)).map((each) =>
    option(texts.permissions[each], each, texts.permissionHints[each]),
  );
  const initial = options.filter(({ value }) =>
    form.draft.permissions.some((each) => each === value),
  );
  return {
    type: 'checkboxes',
    action_id: FIELD_IDS.permissions,
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
};

const awayText = ({ away, metadata: { language } }: ModalForm): string =>
  fill(TEXTS[language].form.away, { platforms: listIn(language, away) });

const TELLING = { dispatch_action: true } as const;

/** The blocks of the fields that hold no text, in the order of the form. */
const OTHERS: {
  readonly [Field in OtherField]: (form: ModalForm, texts: Texts) => readonly KnownBlock[];
} = {
  expiresOn: (form, texts) => [
    input(FIELD_IDS.expiry, texts.fields.expiresOn, expirySelect(form, texts), TELLING),
    ...(form.draft.expiry === 'date'
      ? [input(FIELD_IDS.ownDate, texts.form.ownDate, datepicker(form), TELLING)]
      : []),
  ],
  tenantId: (form, texts) => [
    input(FIELD_IDS.tenant, texts.fields.tenantId, tenantSelect(form, texts), TELLING),
    ...(form.listMissing ? [saying({ text: texts.form.listMissing })] : []),
    ...(form.away.length > 0 ? [saying({ text: awayText(form) })] : []),
  ],
  permissions: (form, texts) => [
    input(FIELD_IDS.permissions, texts.fields.permissions, permissionBoxes(form, texts), TELLING),
  ],
};

const fieldBlocks = (form: ModalForm, texts: Texts): readonly KnownBlock[] => [
  ...TEXT_FIELD_NAMES.map((field) => {
    const { required, lines } = TEXT_FIELDS[field];
    const element = textInput(FIELD_IDS[field], form.draft[field], lines === 'many');
    return input(
      FIELD_IDS[field],
      texts.fields[field],
      element,
      required ? {} : { optional: true },
    );
  }),
  ...Object.values(OTHERS).flatMap((blocksOf) => blocksOf(form, texts)),
];

const accounts = (form: ModalForm, texts: Texts): KnownBlock[] => {
  const said = form.tenant && {
    ...form.draft,
    tenantName: form.tenant.name,
    timeZone: form.tenant.timeZone,
    expiresOn: form.expiresOn,
  };
  const summary = said && summaryIn(form.metadata.language, said);
  const { required } = texts.fieldErrors;
  const missing = [
    ...(form.tenant ? [] : [required.tenantId]),
    ...(form.draft.permissions.length > 0 ? [] : [required.permissions]),
    ...(form.expiresOn === undefined ? [required.expiresOn] : []),
  ];
  const warnings: readonly Said[] = [
    ...(summary?.warnings ?? []).map((text) => ({ text })),
    ...form.warnings,
  ];
  return [
    paragraph(summary?.sentence ?? missing.join(' '), 'summary'),
    ...warnings.map((warning) => saying({ ...warning, text: `⚠ ${warning.text}` })),
  ];
};

/** The form, as Slack takes it. Nothing that someone typed is markup in it. */
export const createModal = (form: ModalForm): ModalView => {
  const texts = TEXTS[form.metadata.language];
  return {
    type: 'modal',
    callback_id: CREATE_FORM,
    private_metadata: writeMetadata(form.metadata),
    title: plain(texts.form.title, LIMITS.modalTitle),
    submit: plain(texts.buttons.next, LIMITS.modalTitle),
    close: plain(texts.buttons.cancel, LIMITS.modalTitle),
    notify_on_close: true,
    blocks: [
      ...form.metadata.notes.map(saying),
      ...fieldBlocks(form, texts),
      ...accounts(form, texts),
    ],
  };
};

/** What stands in the modal once a request was put to those who may approve it. */
export const sentModal = (language: ModalForm['metadata']['language']): ModalView => {
  const { form, petitions } = TEXTS[language];
  return {
    type: 'modal',
    callback_id: CREATE_FORM,
    title: plain(form.title, LIMITS.modalTitle),
    close: plain(petitions.close, LIMITS.modalTitle),
    blocks: [paragraph(petitions.sent)],
  };
};

/** What stands in the modal while the platform is slow, or where there is no form to show. */
export const plainModal = (
  language: ModalForm['metadata']['language'],
  said: Said,
  metadata?: ModalForm['metadata'],
): ModalView => {
  const texts = TEXTS[language];
  return {
    type: 'modal',
    callback_id: CREATE_FORM,
    ...(metadata ? { private_metadata: writeMetadata(metadata) } : {}),
    title: plain(texts.form.title, LIMITS.modalTitle),
    close: plain(texts.buttons.cancel, LIMITS.modalTitle),
    blocks: [saying(said)],
  };
};
