import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SeenModal } from '../handle/seen.ts';
import { Dialog } from './dialog.tsx';
import type { Act } from './use-window.ts';
import { ViewBody } from './view-body.tsx';

const FIRST = 'input, select, textarea';

/** The view on top, over everything else. */
export const Modal = ({ view, act }: { readonly view: SeenModal; readonly act: Act }) => {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(FIRST)?.focus();
  }, [view.id]);
  // Once for each submission, as soon as its errors are there.
  const submitted = useRef(false);
  useLayoutEffect(() => {
    if (!submitted.current || Object.keys(view.errors).length === 0) return;
    submitted.current = false;
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [view.errors]);
  const close = (): void => void act({ do: 'close' });
  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    submitted.current = true;
    await act({ do: 'submit' });
    setBusy(false);
  };
  return (
    <Dialog title={view.title} onDismiss={close}>
      <form
        ref={form}
        class="view"
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          if (view.submit !== undefined) void submit();
        }}
      >
        {view.trouble !== undefined && (
          <p class="trouble" role="alert">
            {view.trouble}
          </p>
        )}
        <ViewBody view={view} place="modal" act={act} />
        <div class="row row-end">
          <button type="button" class="button" onClick={close}>
            {view.close}
          </button>
          {view.submit !== undefined && (
            <button type="submit" class="button button-main" aria-disabled={busy}>
              {view.submit}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
};
