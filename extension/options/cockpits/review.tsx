import type { Description, Locator, Pointable } from '../../../shared/cockpit/description.ts';
import { firstLabel } from '../../../shared/cockpit/labels.ts';
import { fill } from '../../../shared/messages/fill.ts';
import type { CockpitsProps } from './cockpits-props.ts';

const labelOf = (subject: string, { language }: CockpitsProps): string =>
  subject === 'token' ? 'Token' : firstLabel(subject as Exclude<Pointable, 'token'>, language);

/** The parts of a form that a description speaks of, by the words of the cockpit's manual. */
export const partsOf = ({ controls, left = [] }: Description, props: CockpitsProps): string =>
  [
    ...Object.keys(controls).map((subject) => labelOf(subject, props)),
    ...(left.length > 0 ? [`${props.texts.left} (${left.length})`] : []),
  ].join(', ');

/** What the form does not have; null for nothing. */
export const Lacking = ({
  description: { without = [] },
  props,
}: {
  readonly description: Description;
  readonly props: CockpitsProps;
}) =>
  without.length === 0 ? null : (
    <p class="hint">
      {fill(props.texts.lacking, {
        what: without.map((subject) => labelOf(subject, props)).join(', '),
      })}
    </p>
  );

const inWords = (locator: Locator, { texts: { by } }: CockpitsProps): string => {
  switch (locator.by) {
    case 'name':
      return fill(by.name, { name: locator.name });
    case 'attribute':
      return fill(by.attribute, { attribute: locator.attribute, value: locator.value });
    case 'css':
      return fill(by.css, { selector: locator.selector });
  }
};

/** What a file says, before it is used. */
export const Review = ({
  props,
  description,
}: {
  readonly props: CockpitsProps;
  readonly description: Description;
}) => {
  const { texts, known, use, putAway } = props;
  const { origin, controls, left = [] } = description;
  const parts = [
    ...Object.entries(controls).map(([subject, ways]) => [labelOf(subject, props), ways] as const),
    ...left.map((ways) => [texts.left, ways] as const),
  ];
  const replaces = known.some((each) => each.description.origin === origin);
  return (
    <div class="review" role="group" aria-labelledby="review">
      <p id="review" tabIndex={-1}>
        {texts.review} <b dir="ltr">{origin}</b>
      </p>
      {replaces ? <p>{texts.instead}</p> : null}
      <dl>
        {parts.map(([label, ways]) => (
          <div key={label + JSON.stringify(ways)}>
            <dt>{label}</dt>
            {(ways ?? []).map((each) => (
              <dd key={JSON.stringify(each)}>
                <bdi>{inWords(each, props)}</bdi>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <Lacking description={description} props={props} />
      <p class="hint">{texts.how}</p>
      <div class="access">
        <button type="button" class="small" onClick={putAway}>
          {texts.refuse}
        </button>
        <button type="button" class="primary small" onClick={() => use(description)}>
          {texts.use}
        </button>
      </div>
    </div>
  );
};
