import { writeDescription } from '../../../shared/cockpit/read-description.ts';
import { fill } from '../../../shared/messages/fill.ts';
import type { CockpitsProps } from './cockpits-props.ts';
import { Lacking, partsOf, Review } from './review.tsx';
import { TextFile } from './text-file.tsx';

const fileNameOf = (origin: string): string =>
  `${new URL(origin).host.replaceAll(/\W+/g, '-')}.json`;

/** The cockpits whose form was shown or imported, and the files that carry that on. */
export const CockpitsSection = (props: CockpitsProps) => {
  const { texts, known, file, exported, outline } = props;
  return (
    <section aria-labelledby="cockpits">
      <h2 id="cockpits">{texts.title}</h2>
      {known.length === 0 ? <p>{texts.none}</p> : null}
      <ul class="cockpits">
        {known.map(({ description, failures }) => (
          <li key={description.origin}>
            <b dir="ltr">{description.origin}</b>
            <p class="hint">{fill(texts.known, { what: partsOf(description, props) })}</p>
            <Lacking description={description} props={props} />
            {failures > 0 ? <p class="hint bad">{texts.failed}</p> : null}
            <div class="access">
              <button
                type="button"
                class="small"
                aria-label={`${texts.exportIt}: ${description.origin}`}
                onClick={() => props.exportText(writeDescription(description))}
              >
                {texts.exportIt}
              </button>
              <button
                type="button"
                class="small"
                aria-label={`${texts.forget}: ${description.origin}`}
                onClick={() => props.forget(description.origin)}
              >
                {texts.forget}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {exported === null ? null : (
        <TextFile
          id="exported"
          label={texts.file}
          text={exported}
          fileName="tenant-token-description.json"
          texts={texts}
          close={() => props.exportText(null)}
        />
      )}
      <div class="access">
        <label class="button">
          {texts.importIt}
          <input
            id="import"
            class="unseen"
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              if (chosen) props.importFile(chosen);
              // The same file may be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
        <button type="button" class="small" onClick={props.forgetAll}>
          {texts.forgetAll}
        </button>
      </div>
      {typeof file === 'string' ? (
        <div class="notice error" role="alert">
          {texts.faults[file]}
        </div>
      ) : file ? (
        <Review props={props} description={file} />
      ) : null}
      {outline ? (
        <TextFile
          id="outline"
          label={`${texts.page}: ${outline.origin}`}
          hint={texts.pageHint}
          text={JSON.stringify(outline, null, 1)}
          fileName={fileNameOf(outline.origin)}
          texts={texts}
          close={props.putAway}
        />
      ) : null}
    </section>
  );
};
