import { Agent } from 'undici';
import { COMMAND, EVENTS_PATH } from '../../../bot/manifest/manifest.ts';
import { FIELD_IDS } from '../../../bot/modal/fields.ts';
import { signedHeaders } from '../../../sandbox/slack/outbound/sign.ts';
import { SLACK_ACCESS } from '../../support/slack-app.ts';
import { dmOf, type LightSlack, TEAM, viewOf } from './light-slack.ts';

/** Where most people ask. */
export const CHANNEL = 'C0BENCH';

interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly element?: {
    readonly type: string;
    readonly action_id: string;
    readonly initial_value?: string;
    readonly initial_option?: unknown;
    readonly initial_options?: unknown;
    readonly initial_date?: string;
  };
}

/** What stands in a form that somebody has given its name and sent. */
const valuesIn = (blocks: readonly Block[]): object =>
  Object.fromEntries(
    blocks.flatMap(({ block_id: id, element }) => {
      if (id === undefined || !element) return [];
      const { type, action_id: action } = element;
      const state = {
        type,
        value: id === FIELD_IDS.name ? 'Bench' : element.initial_value,
        selected_option: element.initial_option,
        selected_options: element.initial_options,
        selected_date: element.initial_date,
      };
      return [[id, { [action]: state }]];
    }),
  );

interface View {
  readonly submit?: unknown;
  readonly blocks: readonly Block[];
}

const viewFrom = ({ view = '' }: Readonly<Record<string, string>>): View =>
  JSON.parse(view) as View;

/** One request's times in milliseconds. */
export interface LightFlow {
  /** From the command to `views.open`. */
  readonly opened: number;
  /** From the submission to its ack. */
  readonly acked: number;
}

/** People in a workspace, who ask as fast as they are answered. */
export interface LightPeople {
  /**
   * Asks for a token by command and form, and waits for the receipt.
   * @param bots the requests go to each in turn
   */
  readonly ask: (bots: readonly string[]) => Promise<LightFlow>;
  /** Searches for a tenant. @returns what the bot answers */
  readonly search: (bot: string, typed: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** @param maxConnections to each bot */
export const createPeople = (slack: LightSlack, maxConnections = 400): LightPeople => {
  const agent = new Agent({ connections: maxConnections, keepAliveTimeout: 60_000 });
  let count = 0;
  let sent = 0;

  const post = async (bots: readonly string[], form: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams(form).toString();
    const origin = bots[sent % bots.length] ?? '';
    sent += 1;
    const { statusCode, body: answer } = await agent.request({
      origin,
      path: EVENTS_PATH,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...signedHeaders(SLACK_ACCESS.signingSecret, Date.now(), body),
      },
      body,
    });
    const text = await answer.text();
    if (statusCode !== 200) throw new Error(`The bot answered ${statusCode}: ${text}`);
    return text;
  };

  const common = (user: string) => ({
    team: { id: TEAM, domain: 'bench' },
    user: { id: user, username: user, name: user, team_id: TEAM },
    api_app_id: 'A0BENCH',
    token: '',
    is_enterprise_install: false,
  });
  const viewWith = (trigger: string, view: object) => ({
    ...viewOf(trigger),
    team_id: TEAM,
    app_id: 'A0BENCH',
    ...view,
  });

  return {
    ask: async (bots) => {
      count += 1;
      const [user, trigger] = [`U${count}`, `${count}.bench`];
      const commanded = performance.now();
      const { id } = viewOf(trigger);
      const opening = slack.call('views.open', trigger);
      const filling = slack.call('views.update', id);
      await post(bots, {
        command: COMMAND,
        text: 'create',
        team_id: TEAM,
        team_domain: 'bench',
        channel_id: CHANNEL,
        channel_name: 'bench',
        user_id: user,
        user_name: user,
        api_app_id: 'A0BENCH',
        is_enterprise_install: 'false',
        response_url: `${new URL(slack.apiUrl).origin}/commands/${TEAM}/1/${trigger}`,
        trigger_id: trigger,
      });
      let view = viewFrom(await opening);
      const openedAt = performance.now();
      // Of a bot that is in no state to fill it in time, it is filled later.
      if (!view.submit) view = viewFrom(await filling);
      slack.forget('views.update', id);
      const sentAt = performance.now();
      const receipt = slack.call('chat.postMessage', dmOf(user));
      const answer = await post(bots, {
        payload: JSON.stringify({
          type: 'view_submission',
          ...common(user),
          trigger_id: trigger,
          view: viewWith(trigger, { ...view, state: { values: valuesIn(view.blocks) } }),
          response_urls: [],
        }),
      });
      if (answer !== '') throw new Error(`The form was not taken: ${answer}`);
      const acked = performance.now() - sentAt;
      await receipt;
      return { opened: openedAt - commanded, acked };
    },
    search: async (bot, typed) => {
      const metadata = {
        version: 2,
        userId: 'USEARCH',
        channel: CHANNEL,
        responseUrl: null,
        issuedAt: Date.now(),
        language: 'en',
        notes: [],
      };
      const view = {
        type: 'modal',
        callback_id: 'create_token',
        private_metadata: JSON.stringify(metadata),
        blocks: [],
        state: { values: {} },
      };
      return post([bot], {
        payload: JSON.stringify({
          type: 'block_suggestion',
          ...common('USEARCH'),
          container: { type: 'view', view_id: 'V1' },
          action_id: FIELD_IDS.tenant,
          block_id: FIELD_IDS.tenant,
          value: typed,
          view: viewWith('1', view),
        }),
      });
    },
    close: () => agent.close(),
  };
};
