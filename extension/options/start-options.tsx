import { render } from 'preact';
import { browser } from 'wxt/browser';
import { languageFor } from '../../shared/messages/language.ts';
import { areaIn, jarsIn } from '../channel/jar.ts';
import { readAnyhow } from '../channel/storage-area.ts';
import { askForClipboard, clipboardAccess } from '../clipboard/access.ts';
import { loadTexts } from '../messages/load.ts';
import { allLearned, forgetLearned, learn } from '../settings/learned.ts';
import { changeSettings, readSettings, type Settings } from '../settings/settings.ts';
import { wantedLanguages } from '../settings/wanted-languages.ts';
import { forgetLoading, readHosts, whenHostsChange, withdrawHost } from './allowed-hosts.ts';
import { manageCockpits, readCockpits } from './cockpits/manage-cockpits.ts';
import { OptionsPage } from './options-page.tsx';
import type { OptionsProps } from './options-props.ts';
import { loadOptionTexts } from './texts/load.ts';

const inLanguageOf = async (settings: Settings) => {
  const language = languageFor(wantedLanguages(settings, navigator.languages));
  const [texts, labels] = await Promise.all([loadOptionTexts(language), loadTexts(language)]);
  document.documentElement.lang = language;
  document.title = `Tenant Token: ${texts.title}`;
  return { settings, texts, labels, language };
};

/** Starts the options page. What is changed there is saved at once. */
export const startOptions = async (root: HTMLElement): Promise<void> => {
  const { local, session } = browser.storage;
  const readable = readAnyhow(local);
  const area = areaIn(readable, '');
  const known = () => allLearned(readable);
  const [spoken, clipboard, hosts, learned, cockpits] = await Promise.all([
    readSettings(readable).then(inLanguageOf),
    clipboardAccess(),
    readHosts(),
    known(),
    readCockpits(area, session),
  ]);
  let props: OptionsProps;
  const update = (changes: Partial<OptionsProps>): void => {
    props = { ...props, ...changes };
    render(<OptionsPage {...props} />, root);
  };
  let saved: Promise<void> = Promise.resolve();
  const save = async (changes: Partial<Settings>): Promise<void> => {
    const { texts, labels, language } = await inLanguageOf(await changeSettings(local, changes));
    update({ texts, labels, language, status: texts.saved });
  };
  const change = (changes: Partial<Settings>): void => {
    // Drawn before it is stored: what is chosen next, however soon, builds upon it.
    update({ settings: { ...props.settings, ...changes } });
    const saveThese = (): Promise<void> => save(changes);
    saved = saved.then(saveThese, saveThese);
  };
  /** Says that what was done has come to nothing, over what stands as it was. */
  const sayNotSaved = async (): Promise<void> =>
    update({ settings: await readSettings(readable), status: props.texts.notSaved });
  const readHostsAgain = async (): Promise<void> => update({ hosts: await readHosts() });
  let relearned: Promise<void> = Promise.resolve();
  /** One after the other, so that what is said last was done last. */
  const relearn = (work: () => Promise<void>, said: 'saved' | 'forgotten'): void => {
    const workThen = async (): Promise<void> => {
      await work();
      const { texts } = props;
      const status = said === 'saved' ? texts.saved : texts.learned.forgotten;
      update({ learned: { ...props.learned, known: await known() }, status });
    };
    relearned = relearned.then(workThen, workThen);
  };
  const actions = manageCockpits({
    area,
    everywhere: async () => jarsIn(await readable.get(null)).map((jar) => areaIn(readable, jar)),
    memory: session,
    update: (changed, status = '') =>
      update({ cockpits: { ...props.cockpits, ...changed }, status }),
    said: () => props.texts.cockpits,
  });
  props = {
    ...spoken,
    clipboard,
    hosts,
    cockpits: { ...cockpits, ...actions },
    status: '',
    learned: {
      known: learned,
      nameApiUrl: (origin, apiUrl) =>
        relearn(() => learn(browser.storage.local, origin, { apiUrl }), 'saved'),
      forgetLearned: (origin) =>
        relearn(() => forgetLearned(browser.storage.local, origin), 'forgotten'),
    },
    change,
    allowClipboard: () => void askForClipboard().then((access) => update({ clipboard: access })),
    withdraw: (pattern) => void withdrawHost(pattern).then(readHostsAgain),
    forget: (origin) => void forgetLoading(origin).then(readHostsAgain),
  };
  update({});
  addEventListener('unhandledrejection', () => void sayNotSaved());
  whenHostsChange(() => void readHostsAgain());
};
