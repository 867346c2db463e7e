import * as z from 'zod';
import type { PersonWindow } from '../handle/person-window.ts';
import type { SeenOption } from '../handle/seen.ts';

const field = z.string().max(300);
const line = z.string().max(12_000);
const place = z.union([
  z.literal('modal'),
  z.literal('home'),
  z.object({ channel: z.string(), ts: z.string() }),
]);

/** What a person does in their window. */
export const deedSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('command'), channel: field, text: line }),
  z.object({ do: z.literal('say'), channel: field, text: line.min(1) }),
  z.object({ do: z.literal('type'), field, text: line }),
  z.object({ do: z.literal('enter'), field }),
  z.object({ do: z.literal('choose'), field, option: line.nullable() }),
  z.object({ do: z.literal('check'), field, options: z.array(line).max(1000) }),
  z.object({ do: z.literal('pick'), field, value: z.union([line, z.number()]).nullable() }),
  z.object({ do: z.literal('suggest'), field, query: line }),
  z.object({ do: z.literal('submit') }),
  z.object({ do: z.literal('close'), all: z.boolean().optional() }),
  z.object({ do: z.literal('press'), place, button: line }),
  z.object({ do: z.literal('openHome') }),
]);

export type Deed = z.infer<typeof deedSchema>;

/** What the person is told of it: something that is not seen elsewhere. */
export interface Outcome {
  readonly shown?: string;
  readonly options?: readonly SeenOption[];
}

const shownOf = (outcome: object | undefined): Outcome =>
  outcome && 'shown' in outcome && typeof outcome.shown === 'string'
    ? { shown: outcome.shown }
    : {};

/**
 * Does it.
 * @throws Error where it cannot be done, such as a button that is gone
 */
export const perform = async (window: PersonWindow, deed: Deed): Promise<Outcome> => {
  switch (deed.do) {
    case 'command':
      return shownOf(await window.command(deed.channel, deed.text));
    case 'say':
      window.say(deed.channel, deed.text);
      return {};
    case 'type':
      return shownOf(await window.type(deed.field, deed.text));
    case 'enter':
      return shownOf(await window.enter(deed.field));
    case 'choose':
      return shownOf(await window.choose(deed.field, deed.option));
    case 'check':
      return shownOf(await window.check(deed.field, deed.options));
    case 'pick':
      return shownOf(await window.pick(deed.field, deed.value));
    case 'suggest':
      return { options: await window.suggest(deed.field, deed.query) };
    case 'submit':
      await window.submit();
      return {};
    case 'close':
      await window.close(deed.all === undefined ? {} : { all: deed.all });
      return {};
    case 'press':
      return shownOf(await window.press(deed.place, deed.button));
    case 'openHome':
      return shownOf(await window.openHome());
  }
};
