import type { Clock } from '../clock.ts';
import type { PlacedBlock } from '../blocks/placed.ts';
import type { PlacedHome, PlacedModal } from '../blocks/check.ts';
import type { AcceptedEphemeral } from '../handle/slack.ts';
import type { SeenOption } from '../handle/seen.ts';
import type { Seed } from '../seed/seed-schema.ts';

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly role: Seed['people'][number]['role'] | 'app';
  readonly team: Team;
  readonly title: string;
  readonly email: string | undefined;
  locale: string;
  timeZone: string;
  deleted: boolean;
  /** Whether the workspace shows them as away. */
  away: boolean;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  /** Whether the app's bot wrote it. */
  readonly fromApp: boolean;
  text: string;
  blocks: readonly PlacedBlock[];
  readonly threadTs?: string;
  edited: boolean;
}

/** A message that only one person's open windows hold. */
export interface Ephemeral extends Message {
  readonly to: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  readonly purpose: string;
  readonly members: Set<string>;
  readonly shared: boolean;
  readonly created: number;
  archived: boolean;
  restricted: boolean;
  /** By ts, oldest first. */
  readonly messages: Map<string, Message>;
}

export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  members: readonly string[];
  /** Since when nobody uses it, in seconds; 0 while it is in use. */
  disabled: number;
}

interface Command {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
  readonly shouldEscape: boolean;
}

export interface InstalledApp {
  readonly id: string;
  readonly name: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly commands: ReadonlyMap<string, Command>;
  readonly messagesTab: boolean;
  readonly homeTab: boolean;
  scopes: ReadonlySet<string>;
  /** Whether it is installed in all workspaces of the organisation. */
  inOrganisation: boolean;
}

/** The value of an input as `state.values` carries it. */
export type StateValue = { readonly type: string } & Readonly<Record<string, unknown>>;

/** A view that is open in a window, or a person's Home tab. */
export interface OpenView {
  readonly id: string;
  hash: string;
  view: PlacedModal | PlacedHome;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly personId: string;
  /** The window it is open in; a Home tab is in all of them. */
  readonly window: ClientWindow | undefined;
  /** By {@link valueKey}. */
  readonly values: Map<string, StateValue>;
  readonly suggestions: Map<string, readonly SeenOption[]>;
  errors: Readonly<Record<string, string>>;
  trouble: string | undefined;
}

/** One window of a person's client. */
export interface ClientWindow {
  readonly personId: string;
  readonly name: string;
  readonly ephemerals: Map<string, Ephemeral>;
  readonly stack: OpenView[];
}

/** A permission to open a view: three seconds, once. */
export interface Trigger {
  readonly isPast: () => boolean;
  readonly window: ClientWindow;
  used: boolean;
}

/** A place to answer to: thirty minutes, five times. */
export interface ResponseUrl {
  readonly expires: number;
  left: number;
  readonly personId: string;
  readonly channel: string;
  /** The message whose button was pressed. */
  readonly origin: Message | undefined;
}

/** Everything there is. */
export interface World {
  readonly clock: Required<Clock>;
  readonly team: Team;
  readonly otherTeam: Team;
  /** The organisation that the workspace belongs to. */
  readonly enterprise: { readonly id: string; readonly name: string } | undefined;
  readonly app: InstalledApp;
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly groups: Map<string, UserGroup>;
  readonly windows: Map<string, Map<string, ClientWindow>>;
  readonly views: Map<string, OpenView>;
  readonly viewsByExternalId: Map<string, string>;
  readonly homes: Map<string, OpenView>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly accepted: AcceptedEphemeral[];
  readonly nextTs: () => string;
  /** Called after each change for a person: calls those who `watch` it. */
  readonly changed: (personId: string) => void;
  /** Calls a function on each change for a person. @returns what ends it */
  readonly watch: (personId: string, look: () => void) => () => void;
}

export const valueKey = (blockId: string, actionId: string): string => `${blockId}\0${actionId}`;
