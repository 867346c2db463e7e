import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fill } from '../../../../shared/messages/fill.ts';
import { wizardProblemText } from '../messages/problem.ts';
import { useTexts } from '../messages/texts.ts';
import { CheckIcon } from '../parts/icons.tsx';
import { Field } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { timeOfDay } from '../parts/times.ts';
import { StepHead } from './step-head.tsx';
import type { Showing } from './use-wizard.ts';

interface TokenStepProps {
  readonly state: Showing;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Step 2: the token, to be copied now and saved. */
export const TokenStep = ({ state, onSave, onCancel }: TokenStepProps) => {
  const texts = useTexts();
  const { core, own, language } = texts;
  const { record, token, problem, busy } = state;
  const [copied, setCopied] = useState<boolean>();
  const field = useRef<HTMLTextAreaElement>(null);

  // At once: until the next picture, a list that has taken its place would ask as well.
  useLayoutEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(token.reveal());
      setCopied(true);
    } catch {
      field.current?.select();
      setCopied(false);
    }
  };

  return (
    <section class="card wizard" aria-labelledby="step" aria-busy={busy}>
      <StepHead id="step" title={own.wizard.tokenTitle} step={2} focused />
      <p>{own.wizard.once}</p>
      {problem && (
        <Notice kind="problem">
          {problem.code === 'conflict' ? own.wizard.dead : wizardProblemText(problem, texts)}
        </Notice>
      )}
      <Field
        label={core.fields.token}
        hint={
          record.pendingUntil === null
            ? undefined
            : fill(own.wizard.until, { time: timeOfDay(record.pendingUntil, language) })
        }
      >
        {(control) => (
          <div class="token">
            <textarea
              {...control}
              ref={field}
              rows={1}
              readOnly
              autoComplete="off"
              spellcheck={false}
              value={token.reveal()}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <button type="button" class="button" onClick={() => void copy()}>
              {core.buttons.copy}
            </button>
          </div>
        )}
      </Field>
      <p class={copied ? 'copied' : 'field-error'} role="status">
        {copied === true && (
          <>
            <CheckIcon /> {own.wizard.copied}
          </>
        )}
        {copied === false && own.wizard.copyFailed}
      </p>
      <div class="actions">
        <button type="button" class="button" aria-disabled={busy} onClick={onCancel}>
          {core.buttons.cancel}
        </button>
        <button type="button" class="button button-main" aria-disabled={busy} onClick={onSave}>
          {core.buttons.save}
        </button>
      </div>
    </section>
  );
};
