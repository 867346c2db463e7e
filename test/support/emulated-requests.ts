import * as z from 'zod';
import { signedHeaders } from '../../sandbox/slack/outbound/sign.ts';
import { COMMAND, EVENTS_PATH } from '../../bot/manifest/manifest.ts';
import { EMULATED } from './emulated-slack.ts';

const option = z.looseObject({ value: z.string() });

const element = z.looseObject({
  type: z.string(),
  action_id: z.string(),
  initial_value: z.string().optional(),
  initial_option: option.optional(),
  initial_options: z.array(option).optional(),
});

/** A view as the emulator keeps it. */
export const viewSchema = z.looseObject({
  id: z.string(),
  hash: z.string(),
  blocks: z.array(
    z.looseObject({
      type: z.string(),
      block_id: z.string().optional(),
      element: z.unknown().optional(),
    }),
  ),
});

export type EmulatedView = z.output<typeof viewSchema>;

const stateOf = (view: EmulatedView, typed: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    view.blocks
      .filter(({ type }) => type === 'input')
      .map(({ block_id: block = '', element: raw }) => {
        const { type, action_id: action, ...initial } = element.parse(raw);
        const values: Readonly<Record<string, object>> = {
          plain_text_input: { value: typed[block] ?? initial.initial_value ?? null },
          static_select: { selected_option: initial.initial_option ?? null },
          checkboxes: { selected_options: initial.initial_options ?? [] },
        };
        return [block, { [action]: { type, ...values[type] } }];
      }),
  );

/** What Slack sends to an app, from someone in the emulated workspace. */
export const emulatedRequests = (port: number, userId: string, name = 'ivo') => {
  const send = async (fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams(fields).toString();
    const answer = await fetch(`http://127.0.0.1:${port}${EVENTS_PATH}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...signedHeaders(EMULATED.signingSecret, Date.now(), body),
      },
      body,
    });
    const text = await answer.text();
    const said: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: answer.status, said };
  };
  const common = {
    team: { id: EMULATED.teamId, domain: 'emulated' },
    user: { id: userId, name, username: name, team_id: EMULATED.teamId },
    api_app_id: EMULATED.appId,
    token: 'deprecated',
    is_enterprise_install: false,
    enterprise: null,
  };
  return {
    command: (facts: { channel: string; text: string; triggerId: string; responseUrl: string }) =>
      send({
        token: 'deprecated',
        team_id: EMULATED.teamId,
        team_domain: 'emulated',
        channel_id: facts.channel,
        channel_name: 'a-channel',
        user_id: userId,
        user_name: name,
        command: COMMAND,
        text: facts.text,
        api_app_id: EMULATED.appId,
        is_enterprise_install: 'false',
        response_url: facts.responseUrl,
        trigger_id: facts.triggerId,
      }),
    submit: (view: EmulatedView, typed: Readonly<Record<string, string>>, triggerId: string) =>
      send({
        payload: JSON.stringify({
          type: 'view_submission',
          ...common,
          trigger_id: triggerId,
          view: { ...view, state: { values: stateOf(view, typed) } },
          response_urls: [],
        }),
      }),
    press: (facts: {
      channel: string;
      ts: string;
      action: object;
      triggerId: string;
      responseUrl: string;
      ephemeral: boolean;
    }) =>
      send({
        payload: JSON.stringify({
          type: 'block_actions',
          ...common,
          container: {
            type: 'message',
            message_ts: facts.ts,
            channel_id: facts.channel,
            is_ephemeral: facts.ephemeral,
          },
          channel: { id: facts.channel, name: 'a-channel' },
          trigger_id: facts.triggerId,
          response_url: facts.responseUrl,
          actions: [{ type: 'button', block_id: 'a', action_ts: '1', ...facts.action }],
        }),
      }),
  };
};
