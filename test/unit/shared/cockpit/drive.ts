import { decide } from '../../../../shared/cockpit/decide.ts';
import type { Refusal } from '../../../../shared/cockpit/refusal.ts';
import { NEW_RUN, type WizardRequest } from '../../../../shared/cockpit/run.ts';
import type { ModelPage, Truth } from './model-page.ts';

export type Ending =
  | { readonly kind: 'taken'; readonly looks: number; readonly made: Truth }
  | { readonly kind: 'refused'; readonly looks: number; readonly refusal: Refusal };

const STEPS_AT_MOST = 200;
const A_WHILE = 60_000;

/** Looks, decides and acts until the end, as the background does; a wait is as long as it can be. */
export const drive = (page: ModelPage, request: WizardRequest): Ending => {
  let run = NEW_RUN;
  let waitedMs = 0;
  let made: Truth | undefined;
  for (let looks = 1; looks <= STEPS_AT_MOST; looks += 1) {
    const decision = decide(page.look(), request, run, waitedMs);
    switch (decision.do) {
      case 'refuse':
        return { kind: 'refused', looks, refusal: decision.refusal };
      case 'take':
        if (!made) throw new Error('a token was taken before Next was pressed');
        return { kind: 'taken', looks, made };
      case 'wait':
        // Between two rounds that found all right nothing is waited for.
        waitedMs = decision.run.rightRounds > 0 && !decision.run.pressed ? 0 : waitedMs + A_WHILE;
        run = decision.run;
        break;
      case 'act':
        // What the server makes a token of is what stands there at the moment of the press.
        if (decision.about === 'next') made = page.submitted();
        run = decision.run;
        waitedMs = 0;
        page.act(decision.act);
    }
  }
  throw new Error('the run does not end');
};
