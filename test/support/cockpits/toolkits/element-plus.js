import ElementPlus, {
  ElButton,
  ElCheckbox,
  ElCheckboxGroup,
  ElDatePicker,
  ElForm,
  ElFormItem,
  ElInput,
  ElOption,
  ElSelect,
  ElSwitch,
} from 'element-plus';
import de from 'element-plus/es/locale/lang/de.mjs';
import en from 'element-plus/es/locale/lang/en.mjs';
import fr from 'element-plus/es/locale/lang/fr.mjs';
import it from 'element-plus/es/locale/lang/it.mjs';
import css from 'element-plus/dist/index.css?inline';
import { createApp, h, reactive } from 'vue';
import { element, startCockpit } from '../pages/cockpit.ts';
import { PERMISSION_WORDS } from '../pages/words.ts';

const LOCALES = { en, de, fr, it };
const FORMATS = { en: 'MM/DD/YYYY', de: 'DD.MM.YYYY', fr: 'DD/MM/YYYY', it: 'DD/MM/YYYY' };

document.head.append(element('style', {}, css));

startCockpit(({ root, words, lang, tenants, shape, chosen, next, finish }) => {
  const isList = shape === 'list' || shape === 'collapsed';
  const state = reactive({
    name: '',
    description: '',
    expires: '',
    tenant: '',
    permissions: chosen,
    token: '',
    busy: false,
  });
  const bound = (key) => ({
    modelValue: state[key],
    'onUpdate:modelValue': (value) => {
      state[key] = value;
    },
  });
  const switched = (word) => ({
    modelValue: state.permissions.includes(word),
    'onUpdate:modelValue': (on) => {
      const others = state.permissions.filter((each) => each !== word);
      state.permissions = on ? [...others, word] : others;
    },
  });
  const send = async () => {
    state.busy = true;
    const { name, description, expires, tenant, permissions } = state;
    state.token = await next({ name, description, expires: expires ?? '', tenant, permissions });
  };
  const item = (label, ...children) => h(ElFormItem, { label }, () => children);
  const boxes = () =>
    shape === 'switches'
      ? PERMISSION_WORDS.map((word) => item(words[word], h(ElSwitch, switched(word))))
      : [
          item(
            words.permissions,
            isList
              ? h(
                  ElSelect,
                  {
                    multiple: true,
                    collapseTags: shape === 'collapsed',
                    ...bound('permissions'),
                  },
                  () =>
                    PERMISSION_WORDS.map((word) =>
                      h(ElOption, { value: word, label: words[word] }),
                    ),
                )
              : h(ElCheckboxGroup, bound('permissions'), () =>
                  PERMISSION_WORDS.map((word) =>
                    h(ElCheckbox, { value: word, label: words[word] }),
                  ),
                ),
          ),
        ];
  const app = createApp({
    render: () =>
      state.token === ''
        ? h(ElForm, { model: state, labelPosition: 'top' }, () => [
            item(words.name, h(ElInput, bound('name'))),
            item(words.description, h(ElInput, { type: 'textarea', ...bound('description') })),
            item(
              words.expires,
              h(ElDatePicker, {
                type: 'date',
                format: shape === 'iso' ? 'YYYY-MM-DD' : FORMATS[lang],
                valueFormat: 'YYYY-MM-DD',
                ...bound('expires'),
              }),
            ),
            item(
              words.tenant,
              h(ElSelect, { filterable: shape === 'filterable', ...bound('tenant') }, () =>
                [words.all, ...tenants].map((name) => h(ElOption, { value: name, label: name })),
              ),
            ),
            ...boxes(),
            h(ElButton, { type: 'primary', loading: state.busy, onClick: send }, () => words.next),
            h(ElButton, { onClick: () => finish('cancel') }, () => words.cancel),
          ])
        : h('div', [
            h(ElInput, { modelValue: state.token, readonly: true, ariaLabel: words.token }),
            h(ElButton, { type: 'primary', onClick: () => finish('save') }, () => words.save),
            h(ElButton, { onClick: () => finish('cancel') }, () => words.cancel),
          ]),
  });
  app.use(ElementPlus, { locale: LOCALES[lang] });
  app.mount(root);
  return () => app.unmount();
});
