import { safeApiOrigin } from '../../../shared/curl.ts';
import type { Learned } from '../../settings/learned.ts';
import type { OptionTexts } from '../texts/en.ts';

/** What the section draws, and what can be done there. */
export interface LearnedProps {
  readonly known: readonly (Learned & { readonly origin: string })[];
  /** Changes where a cockpit's tokens are tried. */
  readonly nameApiUrl: (origin: string, apiUrl: string) => void;
  readonly forgetLearned: (origin: string) => void;
}

/** What was learned of cockpits that do not tell it, one at a time to be changed or forgotten. */
export const LearnedSection = ({
  known,
  nameApiUrl,
  forgetLearned,
  texts,
}: LearnedProps & { readonly texts: OptionTexts['learned'] }) =>
  known.length === 0 ? null : (
    <section aria-labelledby="learned">
      <h2 id="learned">{texts.title}</h2>
      <p class="hint">{texts.hint}</p>
      {known.map(({ origin, apiUrl = '', worksUnsaved }, index) => (
        <div class="field" key={origin}>
          <label for={`api-${index}`}>
            {texts.apiUrl}: <bdi>{origin}</bdi>
          </label>
          <input
            id={`api-${index}`}
            dir="ltr"
            autocomplete="off"
            spellcheck={false}
            value={apiUrl}
            onChange={({ currentTarget }) => {
              const named = safeApiOrigin(currentTarget.value.trim());
              if (named !== undefined) nameApiUrl(origin, named);
              // What is no address leaves what was there.
              else currentTarget.value = apiUrl;
            }}
          />
          <p class="hint">
            {worksUnsaved === undefined
              ? texts.undecided
              : worksUnsaved
                ? texts.worksUnsaved
                : texts.worksSaved}
          </p>
          <button
            type="button"
            class="small"
            aria-label={`${texts.forget}: ${origin}`}
            onClick={() => forgetLearned(origin)}
          >
            {texts.forget}
          </button>
        </div>
      ))}
    </section>
  );
