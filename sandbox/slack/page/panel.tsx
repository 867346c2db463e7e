import { useState } from 'preact/hooks';
import type { PanelFacts } from '../client-api/switches.ts';
import { flip, getPanel } from './api.ts';

/** Faults that are worth a button. */
const FAULTS: readonly { readonly name: string; readonly wish: object }[] = [
  {
    name: 'Next ephemeral message: 429, retry after 5 s',
    wish: { set: 'callFault', fault: { method: 'chat.postEphemeral', status: 429, retryAfter: 5 } },
  },
  {
    name: 'Next ephemeral message: not in channel',
    wish: {
      set: 'callFault',
      fault: { method: 'chat.postEphemeral', error: 'user_not_in_channel' },
    },
  },
  {
    name: 'Next ephemeral message: connection reset after it was shown',
    wish: {
      set: 'callFault',
      fault: { method: 'chat.postEphemeral', cut: 'reset', afterEffect: true },
    },
  },
  {
    name: 'Next view: expired trigger',
    wish: { set: 'callFault', fault: { method: 'views.open', error: 'expired_trigger_id' } },
  },
  {
    name: 'Next response URL: dead',
    wish: { set: 'callFault', fault: { method: 'response_url', status: 404 } },
  },
  {
    name: 'Next call of any method: 500',
    wish: { set: 'callFault', fault: { method: '*', status: 500 } },
  },
  {
    name: 'Next request to the app: wrong signature',
    wish: { set: 'requestFault', fault: { request: '*', signature: 'wrong-secret' } },
  },
  {
    name: 'Next request to the app: sent twice',
    wish: { set: 'requestFault', fault: { request: '*', replays: 1 } },
  },
  {
    name: 'Next request to the app: its answer is lost',
    wish: { set: 'requestFault', fault: { request: '*', lost: 'answer' } },
  },
];

const Journal = ({ entries }: { readonly entries: PanelFacts['journal'] }) => (
  <table class="journal">
    <caption>Last calls and requests</caption>
    <thead>
      <tr>
        <th scope="col">Direction</th>
        <th scope="col">What</th>
        <th scope="col">Outcome</th>
        <th scope="col">Time taken</th>
      </tr>
    </thead>
    <tbody>
      {entries.map(({ number, direction, what, status, error, took }) => (
        <tr key={number}>
          <td>{direction === 'to-app' ? 'to the app' : 'from the app'}</td>
          <td>{what}</td>
          <td>{error ?? status}</td>
          <td>{took.toFixed(0)} ms</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Switches = ({
  facts,
  set,
}: {
  readonly facts: PanelFacts;
  readonly set: (wish: object) => void;
}) => {
  const [fault, setFault] = useState('0');
  return (
    <div class="panel-body">
      <p>
        {facts.transport === 'socket'
          ? `Socket Mode, ${facts.sockets} connected.`
          : `HTTP, to ${facts.requestUrl ?? 'nowhere yet'}.`}{' '}
        {facts.faults === 0 ? 'No fault waits.' : `Faults that wait: ${facts.faults}.`}
      </p>
      <div class="row">
        <label>
          <input
            type="checkbox"
            checked={facts.transport === 'socket'}
            onChange={(event) =>
              set({ set: 'transport', to: event.currentTarget.checked ? 'socket' : 'http' })
            }
          />{' '}
          Socket Mode
        </label>
        <label>
          <input
            type="checkbox"
            checked={facts.rateLimits}
            onChange={(event) => set({ set: 'rateLimits', on: event.currentTarget.checked })}
          />{' '}
          Rate limits
        </label>
        <button
          type="button"
          class="button"
          onClick={() => set({ set: 'sockets', end: 'refresh_requested' })}
        >
          Renew sockets
        </button>
      </div>
      <div class="row">
        <select
          aria-label="Fault"
          value={fault}
          onChange={(event) => setFault(event.currentTarget.value)}
        >
          {FAULTS.map(({ name }, index) => (
            <option key={name} value={String(index)}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button"
          onClick={() => {
            const chosen = FAULTS[Number(fault)];
            if (chosen) set(chosen.wish);
          }}
        >
          Set
        </button>
        <button type="button" class="button" onClick={() => set({ set: 'noFaults' })}>
          Clear faults
        </button>
      </div>
      {facts.journal.length > 0 && <Journal entries={facts.journal} />}
    </div>
  );
};

/** What goes wrong next, and how the app is reached. */
export const Panel = () => {
  const [facts, setFacts] = useState<PanelFacts>();
  const set = (wish: object): void => void flip(wish).then(setFacts);
  return (
    <details
      class="panel"
      onToggle={(event) => {
        if (event.currentTarget.open) void getPanel().then(setFacts);
      }}
    >
      <summary>Switches and faults</summary>
      {facts && <Switches facts={facts} set={set} />}
    </details>
  );
};
