import type { OptionsProps } from './options-props.ts';

interface HostListProps {
  readonly hosts: readonly string[];
  readonly verb: string;
  readonly onRemove: (host: string) => void;
}

const nameOf = (pattern: string): string => pattern.replace(/\/\*$/, '');

const HostList = ({ hosts, verb, onRemove }: HostListProps) => (
  <ul class="hosts">
    {hosts.map((each) => (
      <li key={each}>
        <span>{nameOf(each)}</span>{' '}
        <button
          type="button"
          aria-label={`${verb}: ${nameOf(each)}`}
          onClick={() => onRemove(each)}
        >
          {verb}
        </button>
      </li>
    ))}
  </ul>
);

/** The hosts that a person keeps allowed, and the cockpits that are known to load pages. */
export const HostOptions = ({ hosts, texts, withdraw, forget }: OptionsProps) =>
  hosts ? (
    <section aria-labelledby="hosts">
      <h2 id="hosts">{texts.hosts.title}</h2>
      <p>{hosts.allowed.length > 0 ? texts.hosts.allowed : texts.hosts.none}</p>
      {hosts.allowed.length > 0 ? (
        <HostList hosts={hosts.allowed} verb={texts.hosts.withdraw} onRemove={withdraw} />
      ) : null}
      {hosts.loading.length > 0 ? (
        <>
          <p>{texts.hosts.loading}</p>
          <HostList hosts={hosts.loading} verb={texts.hosts.forget} onRemove={forget} />
        </>
      ) : null}
    </section>
  ) : null;
