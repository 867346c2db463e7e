import type { ComponentChildren } from 'preact';
import type { LiveElement, PlacedBlock } from '../blocks/placed.ts';
import { ButtonView, OverflowView } from './buttons.tsx';
import { RichTextView } from './rich-text-view.tsx';
import { Mrkdwn, TextView } from './text-view.tsx';

interface BlockProps {
  readonly block: PlacedBlock;
  readonly press: (path: string) => void;
  /** Draws an element that holds a value; messages have none of their own. */
  readonly drawField?: (block: PlacedBlock, element: LiveElement) => ComponentChildren;
}

const ElementView = ({
  block,
  element,
  press,
  drawField,
}: BlockProps & { readonly element: LiveElement }) => {
  const path = `${block.block_id}/${element.action_id ?? ''}`;
  if (element.type === 'button') return <ButtonView {...{ element, path, press }} />;
  if (element.type === 'overflow') return <OverflowView {...{ element, path, press }} />;
  return <>{drawField?.(block, element)}</>;
};

/** Images are named, not loaded: the page asks no other server for anything. */
const ImageView = ({ alt }: { readonly alt: string }) => (
  <span class="image" role="img" aria-label={alt}>
    {alt}
  </span>
);

/** A block, as its reader sees it. */
export const BlockView = (props: BlockProps) => {
  const { block } = props;
  switch (block.type) {
    case 'section':
      return (
        <div class="section">
          <div class="section-text">
            {block.text && (
              <div class="text">
                <TextView text={block.text} />
              </div>
            )}
            {block.fields && (
              <div class="section-fields">
                {block.fields.map((field, index) => (
                  <div class="text" key={index}>
                    <TextView text={field} />
                  </div>
                ))}
              </div>
            )}
          </div>
          {block.accessory &&
            (block.accessory.type === 'image' ? (
              <ImageView alt={block.accessory.alt_text} />
            ) : (
              <ElementView {...props} element={block.accessory} />
            ))}
        </div>
      );
    case 'header':
      return <p class="header">{block.text.text}</p>;
    case 'divider':
      return <hr />;
    case 'context':
      return (
        <div class="context">
          {block.elements.map((element, index) =>
            element.type === 'image' ? (
              <ImageView key={index} alt={element.alt_text} />
            ) : (
              <span class="text" key={index}>
                <TextView text={element} />
              </span>
            ),
          )}
        </div>
      );
    case 'actions':
      return (
        <div class="row">
          {block.elements.map((element) => (
            <ElementView key={element.action_id ?? ''} {...props} element={element} />
          ))}
        </div>
      );
    case 'rich_text':
      return (
        <div class="rich-text">
          {block.elements.map((part, index) => (
            <RichTextView key={index} part={part} />
          ))}
        </div>
      );
    case 'image':
      return <ImageView alt={block.alt_text} />;
    case 'markdown':
      return (
        <div class="text">
          <Mrkdwn text={block.text} />
        </div>
      );
    case 'input':
      return <>{props.drawField?.(block, block.element)}</>;
  }
};
