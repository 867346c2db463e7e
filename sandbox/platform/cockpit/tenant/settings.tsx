import { LANGUAGES } from '../../../../shared/messages/language.ts';
import { useServices } from '../api/services.ts';
import { useTexts } from '../messages/texts.ts';
import { dateAndTime } from '../parts/times.ts';
import { useSignedIn } from '../session/context.ts';

/** The tenant's settings, to be read. */
export const Settings = () => {
  const { own, language } = useTexts();
  const { now } = useServices();
  const { tenant } = useSignedIn();
  const spoken = LANGUAGES.find((each) => each === tenant.language);
  const rows: [string, string][] = [
    [own.settings.name, tenant.name],
    [own.settings.url, tenant.url],
    [own.settings.apiUrl, tenant.apiUrl],
    [own.settings.timeZone, tenant.timeZone],
    [own.settings.localTime, dateAndTime(now(), tenant.timeZone, language)],
    [own.settings.language, spoken ? own.languages[spoken] : tenant.language],
  ];
  return (
    <dl class="settings">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
