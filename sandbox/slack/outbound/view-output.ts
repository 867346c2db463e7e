import type { OpenView, World } from '../world/world.ts';
import { stateOf } from '../world/values.ts';

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: boolean;
}

const plain = (
  text: { readonly text: string; readonly emoji?: boolean | undefined } | undefined,
): PlainText | null =>
  text ? { type: 'plain_text', text: text.text, emoji: text.emoji ?? true } : null;

/** A view as Slack tells the app of it, with what is typed in. */
export const viewOutput = (world: World, opened: OpenView) => {
  const { view } = opened;
  const modal = view.type === 'modal' ? view : undefined;
  return {
    id: opened.id,
    team_id: world.team.id,
    type: view.type,
    blocks: [...view.blocks],
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: stateOf(opened) },
    hash: opened.hash,
    title: plain(modal?.title) ?? { type: 'plain_text' as const, text: 'View Title', emoji: true },
    clear_on_close: modal?.clear_on_close ?? false,
    notify_on_close: modal?.notify_on_close ?? false,
    close: plain(modal?.close),
    submit: plain(modal?.submit),
    previous_view_id: opened.previousId,
    root_view_id: opened.rootId,
    app_id: world.app.id,
    external_id: view.external_id ?? '',
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
  };
};
