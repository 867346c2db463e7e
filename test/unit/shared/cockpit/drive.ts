import { decide } from '../../../../shared/cockpit/decide.ts';
import { type Refusal, refusal } from '../../../../shared/cockpit/refusal.ts';
import { NEW_RUN, type WizardRequest } from '../../../../shared/cockpit/run.ts';
import type { ModelPage } from './model-page.ts';

export type Ending =
  | { readonly kind: 'taken'; readonly looks: number }
  | { readonly kind: 'refused'; readonly looks: number; readonly refusal: Refusal };

const STEPS_AT_MOST = 200;
const FAILURES_AT_MOST = 3;
/** The first wait is as short as one between two looks, and each after it longer. */
const FIRST_WAIT = 60;

/** Looks, decides and acts until the end, as the background does. */
export const drive = (page: ModelPage, request: WizardRequest): Ending => {
  let run = NEW_RUN;
  let waitedMs = 0;
  let failures = 0;
  for (let looks = 1; looks <= STEPS_AT_MOST; looks += 1) {
    const decision = decide(page.look(), request, run, waitedMs);
    switch (decision.do) {
      case 'refuse':
        return { kind: 'refused', looks, refusal: decision.refusal };
      case 'take':
        return { kind: 'taken', looks };
      case 'wait':
        waitedMs = Math.max(FIRST_WAIT, waitedMs * 6);
        run = decision.run;
        break;
      case 'act': {
        waitedMs = 0;
        const outcome = page.act(decision.act);
        if (outcome.kind !== 'not_done') {
          run = decision.run;
          break;
        }
        failures += 1;
        if (failures <= FAILURES_AT_MOST) break;
        return { kind: 'refused', looks, refusal: refusal('changed', decision.about) };
      }
    }
  }
  throw new Error('the run does not end');
};
