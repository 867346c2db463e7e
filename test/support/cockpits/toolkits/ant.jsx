import {
  Button,
  Checkbox,
  ConfigProvider,
  DatePicker,
  Form,
  Input,
  Modal,
  Select,
  Switch,
} from 'antd';
import deDE from 'antd/locale/de_DE';
import enUS from 'antd/locale/en_US';
import frFR from 'antd/locale/fr_FR';
import itIT from 'antd/locale/it_IT';
import dayjs from 'dayjs';
import 'dayjs/locale/de';
import 'dayjs/locale/fr';
import 'dayjs/locale/it';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { startCockpit } from '../pages/cockpit.ts';
import { PERMISSION_WORDS } from '../pages/words.ts';

const LOCALES = { en: enUS, de: deDE, fr: frFR, it: itIT };
const FORMATS = { en: 'MM/DD/YYYY', de: 'DD.MM.YYYY', fr: 'DD/MM/YYYY', it: 'DD/MM/YYYY' };

const TokenForm = ({ words, lang, tenants, shape, chosen, next, finish }) => {
  const [form] = Form.useForm();
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState('');
  if (token !== '') {
    const end = (verb) => {
      setBusy(verb);
      void finish(verb);
    };
    return (
      <div>
        <Input aria-label={words.token} value={token} readOnly />
        <Button type="primary" loading={busy === 'save'} onClick={() => end('save')}>
          {words.save}
        </Button>
        <Button loading={busy === 'cancel'} onClick={() => end('cancel')}>
          {words.cancel}
        </Button>
      </div>
    );
  }
  const send = async ({ name, description, expires, tenant, ...boxes }) => {
    setBusy('next');
    const permissions = PERMISSION_WORDS.filter((word) =>
      shape === 'switches' ? boxes[word] : boxes.permissions.includes(word),
    );
    setToken(
      await next({
        name,
        description,
        tenant,
        permissions,
        expires: expires ? expires.format('YYYY-MM-DD') : '',
      }),
    );
  };
  return (
    <Form form={form} layout="vertical" onFinish={send}>
      <Form.Item name="name" label={words.name} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <Form.Item name="description" label={words.description}>
        <Input.TextArea />
      </Form.Item>
      <Form.Item name="expires" label={words.expires}>
        <DatePicker format={shape === 'iso' ? 'YYYY-MM-DD' : FORMATS[lang]} />
      </Form.Item>
      <Form.Item name="tenant" label={words.tenant}>
        <Select
          showSearch={shape !== 'switches'}
          options={[words.all, ...tenants].map((name) => ({ value: name, label: name }))}
        />
      </Form.Item>
      {shape === 'switches' ? (
        <fieldset>
          <legend>{words.permissions}</legend>
          {PERMISSION_WORDS.map((word) => (
            <Form.Item key={word} name={word} label={words[word]} valuePropName="checked">
              <Switch />
            </Form.Item>
          ))}
        </fieldset>
      ) : (
        <Form.Item name="permissions" label={words.permissions} initialValue={chosen}>
          {shape === 'list' ? (
            <Select
              mode="multiple"
              options={PERMISSION_WORDS.map((word) => ({ value: word, label: words[word] }))}
            />
          ) : (
            <Checkbox.Group
              options={PERMISSION_WORDS.map((word) => ({ value: word, label: words[word] }))}
            />
          )}
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={busy === 'next'}>
        {words.next}
      </Button>
      <Button onClick={() => void finish('cancel')}>{words.cancel}</Button>
    </Form>
  );
};

startCockpit((around) => {
  const { lang, shape } = around;
  dayjs.locale(lang);
  const root = createRoot(around.root);
  root.render(
    <ConfigProvider locale={LOCALES[lang]}>
      {shape === 'dialog' ? (
        <Modal open footer={null} closable={false}>
          <TokenForm {...around} />
        </Modal>
      ) : (
        <TokenForm {...around} />
      )}
    </ConfigProvider>,
  );
  return () => root.unmount();
});
