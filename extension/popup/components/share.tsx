import type { Actions, Model } from '../model.ts';

/** Passing on what is asked for: as a link, or as a command for Slack. */
export const Share = ({
  model: { share, shared },
  act,
}: {
  readonly model: Model;
  readonly act: Actions;
}) =>
  share ? (
    <details class="share">
      <summary class="icon" aria-label={share.label} title={share.label}>
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d="M8 12l4-4M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2" />
        </svg>
      </summary>
      <div class="offer">
        <p class="hint">{share.hint}</p>
        {share.kinds.map(([kind, label]) => (
          <button key={kind} type="button" class="small" onClick={() => act.share(kind)}>
            {label}
          </button>
        ))}
        {shared ? <p class="hint">{shared.said}</p> : null}
        {shared?.line ? (
          <textarea
            id="shared"
            class="command"
            readOnly
            aria-label={share.label}
            value={shared.line}
          />
        ) : null}
      </div>
    </details>
  ) : null;
