import { randomBytes } from 'node:crypto';
import type { Block } from './blocks.ts';
import type { ActionsElement, InputElement } from './elements.ts';

/** A block that has its id, and so have its elements. */
export type PlacedBlock = Block & { readonly block_id: string };

/** An element that a person can use. */
export type LiveElement = ActionsElement | InputElement;

const newId = (): string => randomBytes(4).toString('base64url').slice(0, 5);

/** The elements of a block that a person can use, in order. */
export const liveElements = (block: Block): readonly LiveElement[] => {
  if (block.type === 'input') return [block.element];
  if (block.type === 'actions') return block.elements;
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image') {
    return [block.accessory];
  }
  return [];
};

const named = <E extends { action_id?: string | undefined }>(element: E): E =>
  element.action_id === undefined || element.action_id === ''
    ? { ...element, action_id: newId() }
    : element;

const withElementIds = (block: Block): Block => {
  if (block.type === 'input') return { ...block, element: named(block.element) };
  if (block.type === 'actions') return { ...block, elements: block.elements.map(named) };
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image') {
    return { ...block, accessory: named(block.accessory) };
  }
  return block;
};

/** Gives ids to what came without. */
export const withIds = (blocks: readonly Block[]): PlacedBlock[] =>
  blocks.map((block) => ({
    ...withElementIds(block),
    block_id: block.block_id === undefined || block.block_id === '' ? newId() : block.block_id,
  }));
