import { type Language, LANGUAGES } from '../../shared/messages/language.ts';
import { inOrder, PERMISSIONS } from '../../shared/permissions.ts';
import { DEFAULT_EXPIRY_CHOICES } from '../settings/settings.ts';
import { ClipboardOptions } from './clipboard-options.tsx';
import { HostOptions } from './host-options.tsx';
import { LearnedSection } from './learned/learned-section.tsx';
import { CockpitsSection } from './cockpits/cockpits-section.tsx';
import type { OptionsProps } from './options-props.ts';

/** Languages call themselves by their own name. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  it: 'Italiano',
  fr: 'Français',
};

const statusClass = (status: string, { notSaved }: OptionsProps['texts']): string => {
  if (!status) return 'unseen';
  return status === notSaved ? 'status failed' : 'status';
};

/** The options page. */
export const OptionsPage = (props: OptionsProps) => {
  const { settings, texts, labels, status, change } = props;
  return (
    <main>
      <h1>
        <img src="/icon/48.png" alt="" width="32" height="32" /> Tenant Token: {texts.title}
      </h1>
      <section>
        <div class="field">
          <label for="language">{texts.language}</label>
          <select
            id="language"
            value={settings.language}
            onChange={({ currentTarget: { value } }) =>
              change({ language: LANGUAGES.find((each) => each === value) ?? 'auto' })
            }
          >
            <option value="auto">{texts.automatic}</option>
            {LANGUAGES.map((each) => (
              <option key={each} value={each} lang={each}>
                {LANGUAGE_NAMES[each]}
              </option>
            ))}
          </select>
        </div>
      </section>
      <section aria-labelledby="start">
        <h2 id="start">{texts.start}</h2>
        <div class="field">
          <label for="expiry">{labels.fields.expiresOn}</label>
          <select
            id="expiry"
            value={settings.expiry}
            onChange={({ currentTarget: { value } }) =>
              change({
                expiry: DEFAULT_EXPIRY_CHOICES.find((each) => each === value) ?? settings.expiry,
              })
            }
          >
            {DEFAULT_EXPIRY_CHOICES.map((each) => (
              <option key={each} value={each}>
                {labels.expiry[each]}
              </option>
            ))}
          </select>
        </div>
        <fieldset>
          <legend>{labels.fields.permissions}</legend>
          {PERMISSIONS.map((each) => (
            <label key={each} class="check">
              <input
                type="checkbox"
                checked={settings.permissions.includes(each)}
                onChange={({ currentTarget: { checked } }) =>
                  change({
                    permissions: inOrder(
                      checked
                        ? [...settings.permissions, each]
                        : settings.permissions.filter((other) => other !== each),
                    ),
                  })
                }
              />
              {labels.permissions[each]}
            </label>
          ))}
        </fieldset>
      </section>
      <ClipboardOptions {...props} />
      <HostOptions {...props} />
      <LearnedSection {...props.learned} texts={texts.learned} />
      <CockpitsSection {...props.cockpits} texts={texts.cockpits} language={props.language} />
      <section aria-labelledby="storage">
        <h2 id="storage">{texts.storage.title}</h2>
        <ul>
          <li>{texts.storage.disk}</li>
          <li>{texts.storage.memory}</li>
          <li>{texts.storage.token}</li>
          <li>{texts.storage.nowhere}</li>
        </ul>
      </section>
      <p role="status" class={statusClass(status, texts)}>
        {status}
      </p>
    </main>
  );
};
