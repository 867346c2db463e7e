import { useState } from 'preact/hooks';
import type { Option } from '../blocks/composition.ts';
import type { LiveElement } from '../blocks/placed.ts';
import { Dialog } from './dialog.tsx';
import { isSafeUrl } from './mrkdwn.ts';
import { TextView } from './text-view.tsx';

type Button = Extract<LiveElement, { type: 'button' }>;
type Overflow = Extract<LiveElement, { type: 'overflow' }>;

interface Props<E extends LiveElement> {
  readonly element: E;
  /** Both ids, by which the press is told. */
  readonly path: string;
  readonly press: (path: string) => void;
}

/** Asks first, where the app wants it asked. */
const useConfirm = (confirm: Button['confirm']) => {
  const [pending, setPending] = useState<(() => void) | undefined>();
  const ask = (run: () => void): void => {
    if (confirm) setPending(() => run);
    else run();
  };
  const dialog = confirm && pending && (
    <Dialog title={confirm.title?.text ?? 'Are you sure?'} onDismiss={() => setPending(undefined)}>
      <p>
        <TextView text={confirm.text} />
      </p>
      <div class="row row-end">
        <button type="button" class="button" onClick={() => setPending(undefined)}>
          {confirm.deny?.text ?? 'Cancel'}
        </button>
        <button
          type="button"
          class={`button ${confirm.style === 'danger' ? 'button-danger' : 'button-main'}`}
          onClick={() => {
            setPending(undefined);
            pending();
          }}
        >
          {confirm.confirm?.text ?? 'Yes'}
        </button>
      </div>
    </Dialog>
  );
  return { ask, dialog };
};

const LOOK = { primary: 'button-main', danger: 'button-danger' } as const;

/** A button of an app. */
export const ButtonView = ({ element, path, press }: Props<Button>) => {
  const { ask, dialog } = useConfirm(element.confirm);
  const look = element.style ? LOOK[element.style] : '';
  const { url } = element;
  return (
    <>
      <button
        type="button"
        class={`button ${look}`}
        {...(element.accessibility_label ? { 'aria-label': element.accessibility_label } : {})}
        onClick={() =>
          ask(() => {
            press(path);
            if (url !== undefined && isSafeUrl(url)) window.open(url, '_blank', 'noopener');
          })
        }
      >
        {element.text.text}
      </button>
      {dialog}
    </>
  );
};

/** An app's menu of further actions. */
export const OverflowView = ({ element, path, press }: Props<Overflow>) => {
  const { ask, dialog } = useConfirm(element.confirm);
  return (
    <>
      <details class="overflow">
        <summary class="button" aria-label="More actions">
          …
        </summary>
        <div class="overflow-list">
          {element.options.map((option: Option) => (
            <button
              type="button"
              class="button"
              key={option.text.text}
              onClick={(event) => {
                event.currentTarget.closest('details')?.removeAttribute('open');
                ask(() => press(`${path}/${option.text.text}`));
              }}
            >
              {option.text.text}
            </button>
          ))}
        </div>
      </details>
      {dialog}
    </>
  );
};
