import type {
  BlockAction,
  BlockSuggestion,
  SlashCommand,
  ViewClosedAction,
  ViewOutput,
  ViewSubmitAction,
} from '@slack/bolt';
import { expect, it } from 'vitest';
import { checkView } from '../../../../sandbox/slack/blocks/check.ts';
import { completeClock } from '../../../../sandbox/slack/clock.ts';
import {
  commandPayload,
  messageActions,
  suggestion,
  viewActions,
  viewClosed,
  viewSubmission,
} from '../../../../sandbox/slack/outbound/payloads.ts';
import { viewOutput } from '../../../../sandbox/slack/outbound/view-output.ts';
import { DEFAULT_SEED } from '../../../../sandbox/slack/seed/default-seed.ts';
import { createWorld } from '../../../../sandbox/slack/world/create-world.ts';
import { findChannel, findPerson } from '../../../../sandbox/slack/world/find.ts';
import { postMessage } from '../../../../sandbox/slack/world/post.ts';
import { openModal } from '../../../../sandbox/slack/world/views.ts';
import { openWindow } from '../../../../sandbox/slack/world/windows.ts';
import { inputOf, modalWith } from '../../../support/slack-plain-app.ts';

const world = createWorld(DEFAULT_SEED, completeClock());
const person = findPerson(world, 'ada');
const channel = findChannel(world, 'general');
const checked = checkView(modalWith(inputOf('Name', { type: 'plain_text_input' })), 'modal');
if (!checked.ok) throw new Error(checked.messages.join('\n'));
const opened = openModal(world, openWindow(world, person.id, 'main'), checked.value);
const message = postMessage(world, channel, world.app.botUserId, { text: 'x', blocks: [] });

// An action of any kind: Bolt's types of the kinds are checked where an app reads them.
type AnyAction = BlockAction<{
  type: string;
  block_id: string;
  action_id: string;
  action_ts: string;
}>;
const action = { type: 'button', action_id: 'a', block_id: 'b', action_ts: '1.2' };

it('builds payloads of the types that Bolt declares', () => {
  const view = viewOutput(world, opened) satisfies ViewOutput;
  const payloads = [
    commandPayload(world, {
      person,
      channel,
      command: '/example',
      text: '',
      responseUrl: 'http://127.0.0.1/commands',
      triggerId: '1.2.3',
    }) satisfies SlashCommand,
    viewSubmission(world, person, opened, '1.2.3', []) satisfies ViewSubmitAction,
    viewClosed(world, person, opened, false) satisfies ViewClosedAction,
    suggestion(world, person, opened, {
      blockId: 'b',
      actionId: 'a',
      query: '',
    }) satisfies BlockSuggestion,
    messageActions(world, {
      person,
      channel,
      message,
      triggerId: '1.2.3',
      responseUrl: 'http://127.0.0.1/actions',
      action,
      values: {},
    }) satisfies AnyAction,
    // Bolt declares a response_url that Slack does not send from views.
    viewActions(world, person, opened, '1.2.3', action) satisfies Omit<AnyAction, 'response_url'>,
  ];
  expect(view.state.values).toEqual({ Name: { value: { type: 'plain_text_input', value: null } } });
  for (const payload of payloads) expect(payload.token).not.toBe('');
});
