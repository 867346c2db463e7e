import type { PopupPorts } from './ports.ts';

const PROPERTY = '--hint-height';

/**
 * Keeps room for the line of the last day in a first picture that is without it. With a zone it may take
 * three lines, which is known from the last opening: a popup that grows just after it is seen jumps.
 * @param last what was kept there then
 * @param keep called once, with the height in px
 */
export const keepHintHeight = (
  draw: PopupPorts['draw'],
  last: unknown,
  keep: (height: number) => void,
): PopupPorts['draw'] => {
  const { style } = document.documentElement;
  if (typeof last === 'number') style.setProperty(PROPERTY, `${last}px`);
  let kept = false;
  return (model, act, focus) => {
    if (!model.early) style.removeProperty(PROPERTY);
    draw(model, act, focus);
    if (kept || model.early || model.flow.step !== 'form') return;
    kept = true;
    requestAnimationFrame(() => {
      const height = document.querySelector<HTMLElement>('#expiry-hint')?.offsetHeight;
      if (height !== undefined && height !== last) keep(height);
    });
  };
};
