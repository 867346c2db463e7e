import { useEffect } from 'preact/hooks';
import type { Snapshot, WorkspaceFacts } from '../client-api/snapshot.ts';
import { ChannelList } from './channel-list.tsx';
import { Composer } from './composer.tsx';
import { Messages } from './messages.tsx';
import { Modal } from './modal.tsx';
import { Panel } from './panel.tsx';
import { Reader } from './text-view.tsx';
import { useAddress } from './use-address.ts';
import { useWindow, type WindowState } from './use-window.ts';
import { ViewBody } from './view-body.tsx';

const HOME = 'home';

const PersonSelect = ({
  facts,
  person,
  become,
}: {
  readonly facts: WorkspaceFacts;
  readonly person: string;
  readonly become: (id: string) => void;
}) => (
  <label class="who">
    <span>You are</span>
    <select value={person} onChange={(event) => become(event.currentTarget.value)}>
      {facts.people.map(({ id, realName, title, workspace }) => (
        <option key={id} value={id}>
          {realName}
          {title === '' ? '' : `, ${title}`}
          {workspace === facts.workspace ? '' : ` (${workspace})`}
        </option>
      ))}
    </select>
  </label>
);

const HomeTab = ({
  snapshot,
  act,
  appName,
}: {
  readonly snapshot: Snapshot;
  readonly act: WindowState['act'];
  readonly appName: string;
}) => {
  useEffect(() => void act({ do: 'openHome' }), [act]);
  return (
    <div class="log home" tabIndex={0} role="region" aria-label={`Home of ${appName}`}>
      {snapshot.home ? (
        <ViewBody view={snapshot.home} place="home" act={act} />
      ) : (
        <p class="muted empty">{appName} has published no Home tab for you.</p>
      )}
    </div>
  );
};

const ChannelPane = ({
  snapshot,
  facts,
  state,
}: {
  readonly snapshot: Snapshot;
  readonly facts: WorkspaceFacts;
  readonly state: WindowState;
}) => {
  const channel = snapshot.channels.find(({ id }) => id === snapshot.channel);
  if (!channel) return null;
  const send = (text: string): void =>
    void state.act({ do: text.startsWith('/') ? 'command' : 'say', channel: channel.id, text });
  return (
    <>
      <Messages messages={snapshot.messages} appName={facts.app.name} act={state.act} />
      <p class="notice" role="alert">
        {state.notice}
      </p>
      <Composer
        key={channel.id}
        channelName={channel.kind === 'direct' ? channel.name : `#${channel.name}`}
        commands={facts.commands}
        send={send}
      />
    </>
  );
};

const title = (snapshot: Snapshot, place: string, appName: string): string => {
  if (place === HOME) return appName;
  const channel = snapshot.channels.find(({ id }) => id === snapshot.channel);
  return channel ? (channel.kind === 'direct' ? channel.name : `#${channel.name}`) : '';
};

/** The whole page. */
export const App = ({ facts }: { readonly facts: WorkspaceFacts }) => {
  const { person, place, go } = useAddress(facts.people);
  const state = useWindow(person, place);
  const { snapshot } = state;
  if (snapshot?.person.id !== person) return <p class="empty">One moment …</p>;
  const reader = { names: facts.names, groups: facts.groups, ...snapshot.person };
  const purpose = snapshot.channels.find(({ id }) => id === snapshot.channel)?.purpose ?? '';
  return (
    <Reader.Provider value={reader}>
      <header class="top">
        <p class="workspace">{facts.workspace}</p>
        <PersonSelect facts={facts} person={person} become={(id) => go({ person: id })} />
      </header>
      <div class="columns">
        <ChannelList
          channels={snapshot.channels}
          current={place === HOME ? HOME : snapshot.channel}
          homeName={facts.app.homeTab ? facts.app.name : undefined}
          go={(to) => {
            state.clearNotice();
            go({ place: to });
          }}
        />
        <main>
          <div class="pane-head">
            <h1>{title(snapshot, place, facts.app.name)}</h1>
            {place !== HOME && purpose !== '' && <p class="muted">{purpose}</p>}
          </div>
          {place === HOME ? (
            <HomeTab snapshot={snapshot} act={state.act} appName={facts.app.name} />
          ) : (
            <ChannelPane snapshot={snapshot} facts={facts} state={state} />
          )}
          <Panel />
        </main>
      </div>
      {snapshot.modal && <Modal key={snapshot.modal.id} view={snapshot.modal} act={state.act} />}
    </Reader.Provider>
  );
};
