import * as z from 'zod';
import { messageBlock, type Block } from './blocks.ts';
import { complaintsOfIssues, toMessages, type Complaint } from './complaints.ts';
import { liveElements, withIds, type PlacedBlock } from './placed.ts';
import { homeView, modalView, type HomeView, type ModalView } from './view.ts';

/** What is sound, or why it is not, as the Web API words it. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly messages: string[] };

/** A checked view whose blocks and elements all have their ids. */
export type PlacedModal = Omit<ModalView, 'blocks'> & { readonly blocks: readonly PlacedBlock[] };
export type PlacedHome = Omit<HomeView, 'blocks'> & { readonly blocks: readonly PlacedBlock[] };

const duplicates = (blocks: readonly Block[]): Complaint[] => {
  const seen = new Set<string>();
  const complaints: Complaint[] = [];
  blocks.forEach((block, index) => {
    if (block.block_id === undefined) return;
    if (seen.has(block.block_id)) {
      complaints.push({
        path: ['blocks', index, 'block_id'],
        message: `block_id already exists: ${block.block_id}`,
      });
    }
    seen.add(block.block_id);
  });
  return complaints;
};

const focusCount = (blocks: readonly Block[]): number =>
  blocks
    .flatMap(liveElements)
    .filter((element) => 'focus_on_load' in element && element.focus_on_load).length;

const sameOption = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Initial options that are none of those offered: Slack wants an exact match. */
const strayInitials = (blocks: readonly Block[]): Complaint[] =>
  blocks.flatMap((block, index) =>
    liveElements(block).flatMap((element): Complaint[] => {
      const offered =
        'options' in element && element.options
          ? element.options
          : 'option_groups' in element && element.option_groups
            ? element.option_groups.flatMap((group) => group.options)
            : undefined;
      if (!offered) return [];
      const initial =
        'initial_options' in element && element.initial_options
          ? element.initial_options
          : 'initial_option' in element && element.initial_option
            ? [element.initial_option]
            : [];
      return initial.every((one) => offered.some((option) => sameOption(one, option)))
        ? []
        : [{ path: ['blocks', index], message: 'initial options must be among the options' }];
    }),
  );

const wholeView = (view: ModalView | HomeView): Complaint[] => [
  ...duplicates(view.blocks),
  ...strayInitials(view.blocks),
  ...(focusCount(view.blocks) > 1
    ? [{ path: ['blocks'], message: 'only one element may have focus_on_load' }]
    : []),
  ...(view.type === 'modal' &&
  view.submit === undefined &&
  view.blocks.some(({ type }) => type === 'input')
    ? [{ path: [], message: 'missing required field: submit' }]
    : []),
];

const viewSchema = z.discriminatedUnion('type', [modalView, homeView]);

/** Checks a view that an app sent, as JSON. @param type the kind that its place takes */
export const checkView = <Type extends 'modal' | 'home'>(
  input: unknown,
  type: Type,
): Checked<Type extends 'modal' ? PlacedModal : PlacedHome> => {
  const parsed = viewSchema.safeParse(input, { reportInput: true });
  const complaints = parsed.success
    ? parsed.data.type === type
      ? wholeView(parsed.data)
      : [{ path: ['type'], message: `must be ${type}` }]
    : complaintsOfIssues(parsed.error.issues);
  if (!parsed.success || complaints.length > 0) {
    return { ok: false, messages: toMessages(complaints, 'view') };
  }
  return {
    ok: true,
    // The discriminator has just been compared.
    value: { ...parsed.data, blocks: withIds(parsed.data.blocks) } as never,
  };
};

const messageBlocks = z.array(messageBlock).max(50);

/** Checks a message's blocks. */
export const checkBlocks = (input: unknown): Checked<readonly PlacedBlock[]> => {
  const parsed = messageBlocks.safeParse(input, { reportInput: true });
  const complaints = parsed.success
    ? duplicates(parsed.data).map(({ path, message }) => ({ path: path.slice(1), message }))
    : complaintsOfIssues(parsed.error.issues);
  if (!parsed.success || complaints.length > 0) {
    return { ok: false, messages: toMessages(complaints, 'blocks') };
  }
  return { ok: true, value: withIds(parsed.data) };
};
