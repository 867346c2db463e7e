import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Autocomplete from '@mui/material/Autocomplete';
import Dialog from '@mui/material/Dialog';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import FormLabel from '@mui/material/FormLabel';
import InputLabel from '@mui/material/InputLabel';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { AdapterDayjs } from '@mui/x-date-pickers/AdapterDayjs';
import { DatePicker } from '@mui/x-date-pickers/DatePicker';
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider';
import { deDE, enUS, frFR, itIT } from '@mui/x-date-pickers/locales';
import 'dayjs/locale/de';
import 'dayjs/locale/fr';
import 'dayjs/locale/it';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { startCockpit } from '../pages/cockpit.ts';
import { PERMISSION_WORDS } from '../pages/words.ts';

const TEXTS = { en: enUS, de: deDE, fr: frFR, it: itIT };

const Form = ({ words, lang, tenants, shape, chosen, next, finish }) => {
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [expires, setExpires] = useState(null);
  const [tenant, setTenant] = useState('');
  const [ticked, setTicked] = useState(chosen);
  const [token, setToken] = useState('');
  const [isBusy, setBusy] = useState(false);
  const Box = shape === 'switches' ? Switch : Checkbox;
  const all = [words.all, ...tenants];

  if (token !== '') {
    return (
      <div>
        <TextField
          label={words.token}
          value={token}
          slotProps={{ htmlInput: { readOnly: true } }}
        />
        <Button onClick={() => finish('save')}>{words.save}</Button>
        <Button onClick={() => finish('cancel')}>{words.cancel}</Button>
      </div>
    );
  }
  const send = async () => {
    setBusy(true);
    const permissions = PERMISSION_WORDS.filter((word) => ticked.includes(word));
    setToken(
      await next({
        name,
        description,
        tenant,
        permissions,
        expires: expires?.isValid() ? expires.format('YYYY-MM-DD') : '',
      }),
    );
  };
  return (
    <div>
      <TextField
        required
        label={words.name}
        value={name}
        onChange={(e) => setName(e.target.value)}
      />
      <TextField
        multiline
        label={words.description}
        value={description}
        onChange={(e) => setDescription(e.target.value)}
      />
      <DatePicker label={words.expires} value={expires} onChange={setExpires} />
      {shape === 'autocomplete' ? (
        <Autocomplete
          options={all}
          value={tenant === '' ? null : tenant}
          onChange={(_, value) => setTenant(value ?? '')}
          renderInput={(params) => <TextField {...params} label={words.tenant} />}
        />
      ) : (
        <FormControl sx={{ minWidth: 200 }}>
          <InputLabel id="tenant">{words.tenant}</InputLabel>
          <Select
            labelId="tenant"
            label={words.tenant}
            value={tenant}
            onChange={(e) => setTenant(e.target.value)}
          >
            {all.map((each) => (
              <MenuItem key={each} value={each}>
                {each}
              </MenuItem>
            ))}
          </Select>
        </FormControl>
      )}
      {shape === 'chips' ? (
        <Autocomplete
          multiple
          options={PERMISSION_WORDS}
          getOptionLabel={(word) => words[word]}
          value={ticked}
          onChange={(_, value) => setTicked(value)}
          renderInput={(params) => <TextField {...params} label={words.permissions} />}
        />
      ) : shape === 'list' ? (
        <FormControl sx={{ minWidth: 200 }}>
          <InputLabel id="rights">{words.permissions}</InputLabel>
          <Select
            multiple
            labelId="rights"
            label={words.permissions}
            value={ticked}
            onChange={(e) => setTicked(e.target.value)}
          >
            {PERMISSION_WORDS.map((word) => (
              <MenuItem key={word} value={word}>
                {words[word]}
              </MenuItem>
            ))}
          </Select>
        </FormControl>
      ) : (
        <FormControl component="fieldset">
          <FormLabel component="legend">{words.permissions}</FormLabel>
          <FormGroup>
            {PERMISSION_WORDS.map((word) => (
              <FormControlLabel
                key={word}
                label={words[word]}
                control={
                  <Box
                    checked={ticked.includes(word)}
                    onChange={(_, on) =>
                      setTicked((old) =>
                        on ? [...old, word] : old.filter((each) => each !== word),
                      )
                    }
                  />
                }
              />
            ))}
          </FormGroup>
        </FormControl>
      )}
      <Button variant="contained" disabled={name === ''} loading={isBusy} onClick={send}>
        {words.next}
      </Button>
      <Button onClick={() => finish('cancel')}>{words.cancel}</Button>
    </div>
  );
};

const Framed = (around) =>
  around.shape === 'dialog' ? (
    <Dialog open>
      <Form {...around} />
    </Dialog>
  ) : (
    <Form {...around} />
  );

startCockpit((around) => {
  const root = createRoot(around.root);
  const { lang } = around;
  const texts = TEXTS[lang].components.MuiLocalizationProvider.defaultProps.localeText;
  root.render(
    <LocalizationProvider dateAdapter={AdapterDayjs} adapterLocale={lang} localeText={texts}>
      <Framed {...around} />
    </LocalizationProvider>,
  );
  return () => root.unmount();
});
