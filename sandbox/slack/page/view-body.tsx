import type { LiveElement, PlacedBlock } from '../blocks/placed.ts';
import type { SeenModal } from '../handle/seen.ts';
import { BlockView } from './block-view.tsx';
import { Field } from './fields/field.tsx';
import type { Act } from './use-window.ts';

interface Props {
  readonly view: SeenModal;
  readonly place: 'modal' | 'home';
  readonly act: Act;
}

/** The blocks of a view, with its fields. */
export const ViewBody = ({ view, place, act }: Props) => {
  const fields = new Map(view.fields.map((field) => [`${field.blockId}/${field.actionId}`, field]));
  const drawField = (block: PlacedBlock, element: LiveElement) => {
    const path = `${block.block_id}/${element.action_id ?? ''}`;
    const field = fields.get(path);
    // A field of another kind under the same ids is another field.
    return field && <Field key={`${path} ${element.type}`} {...{ block, element, field, act }} />;
  };
  return (
    <>
      {/* The server checked them before it kept them. */}
      {(view.blocks as readonly PlacedBlock[]).map((block) => (
        <BlockView
          key={block.block_id}
          block={block}
          press={(button) => void act({ do: 'press', place, button })}
          drawField={drawField}
        />
      ))}
    </>
  );
};
