import { useRef } from 'preact/hooks';
import { fill } from '../../../../shared/messages/fill.ts';
import { useTexts } from '../messages/texts.ts';
import { useFocus } from '../parts/use-focus.ts';

interface StepHeadProps {
  readonly id: string;
  readonly title: string;
  readonly step: 1 | 2;
  /** Whether the heading takes the focus, so that a new step is read out. */
  readonly focused?: boolean;
}

/** What a step of the wizard is, and how far it is. */
export const StepHead = ({ id, title, step, focused }: StepHeadProps) => {
  const { wizard } = useTexts().own;
  const heading = useRef<HTMLHeadingElement>(null);
  useFocus(heading, focused ?? false);
  return (
    <div class="step-head">
      <p class={`steps steps-${step}`}>{fill(wizard.steps, { step })}</p>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {title}
      </h2>
    </div>
  );
};
