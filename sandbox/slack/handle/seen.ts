/** A block as the app sent it, checked, with its block_id. */
export type SeenBlock = Readonly<Record<string, unknown>> & {
  readonly type: string;
  readonly block_id: string;
};

/** A button or menu in a message or a view. */
export interface SeenButton {
  readonly label: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly value?: string;
  readonly style?: 'primary' | 'danger';
  readonly url?: string;
  /** The question that Slack asks before the press counts. */
  readonly confirm?: {
    readonly title: string;
    readonly text: string;
    readonly confirm: string;
    readonly deny: string;
  };
}

/** A message as a person reads it. */
export interface SeenMessage {
  readonly channel: string;
  readonly ts: string;
  /** "Only visible to you". */
  readonly ephemeral: boolean;
  /** The author's user id. */
  readonly user: string;
  /** All that stands in it, as plain text, a block a line; `text` alone where there are no blocks. */
  readonly words: string;
  /** The top-level `text`: what notifications show. */
  readonly text: string;
  /** The contents of its preformatted blocks. */
  readonly preformatted: readonly string[];
  readonly blocks: readonly SeenBlock[];
  readonly buttons: readonly SeenButton[];
  readonly edited: boolean;
}

export interface SeenOption {
  readonly text: string;
  readonly value: string;
  readonly description?: string;
  /** The group it stands under. */
  readonly group?: string;
}

/** An input of a modal. */
export interface SeenField {
  readonly blockId: string;
  readonly actionId: string;
  /** An element's type, such as `plain_text_input`. */
  readonly type: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly optional: boolean;
  /** Text, date, time, the chosen option's value or the id of who was chosen; a list where several may be. */
  readonly value: string | number | readonly string[] | null;
  /** Those that are there to choose from now. An external select has what was last suggested. */
  readonly options: readonly SeenOption[];
  /** The error beside it: the app's, or the client's own (too short, required). */
  readonly error?: string;
}

/** The open view on top, as a person sees it. */
export interface SeenModal {
  readonly id: string;
  readonly callbackId: string;
  readonly title: string;
  /** The submit button, where there is one. */
  readonly submit?: string;
  readonly close: string;
  readonly fields: readonly SeenField[];
  /** Errors by block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** What does not ask for input, as plain text, a block a line. */
  readonly words: string;
  readonly buttons: readonly SeenButton[];
  readonly blocks: readonly SeenBlock[];
  /** How many views lie on one another, 1 to 3. */
  readonly depth: number;
  /** What Slack says where the app did not answer as it should. */
  readonly trouble?: string;
}
