import type { ActionsElement, Button } from '../blocks/elements.ts';
import { liveElements, type PlacedBlock } from '../blocks/placed.ts';
import { preformattedOf, wordsOf } from '../blocks/words.ts';
import type { SeenButton, SeenMessage } from '../handle/seen.ts';
import type { Message } from '../world/world.ts';

const confirmOf = (element: Pick<ActionsElement, 'type'> & Pick<Button, 'confirm'>) =>
  element.confirm
    ? {
        confirm: {
          title: element.confirm.title?.text ?? 'Are you sure?',
          text: element.confirm.text.text,
          confirm: element.confirm.confirm?.text ?? 'Yes',
          deny: element.confirm.deny?.text ?? 'No',
        },
      }
    : {};

/** The buttons of some blocks; an overflow menu's options count as buttons. */
export const buttonsOf = (blocks: readonly PlacedBlock[]): SeenButton[] =>
  blocks.flatMap((block) =>
    liveElements(block).flatMap((element): SeenButton[] => {
      const ids = { actionId: element.action_id ?? '', blockId: block.block_id };
      if (element.type === 'button') {
        return [
          {
            ...ids,
            label: element.text.text,
            ...(element.value === undefined ? {} : { value: element.value }),
            ...(element.style ? { style: element.style } : {}),
            ...(element.url === undefined ? {} : { url: element.url }),
            ...confirmOf(element),
          },
        ];
      }
      if (element.type === 'overflow') {
        return element.options.map((option) => ({
          ...ids,
          label: option.text.text,
          ...(option.value === undefined ? {} : { value: option.value }),
          ...confirmOf(element),
        }));
      }
      return [];
    }),
  );

/** A message as its reader sees it now. */
export const seenMessage = (message: Message): SeenMessage => ({
  channel: message.channel,
  ts: message.ts,
  ephemeral: 'to' in message,
  user: message.user,
  words: wordsOf(message.blocks, message.text),
  text: message.text,
  preformatted: preformattedOf(message.blocks),
  blocks: message.blocks,
  buttons: buttonsOf(message.blocks),
  edited: message.edited,
});
