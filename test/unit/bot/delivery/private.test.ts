import { expect, it } from 'vitest';
import { isPrivate } from '../../../../bot/delivery/machine.ts';
import { begun, DELIVERY_STATES } from '../../../../bot/flow/progress.ts';

/** Before Slack has taken the message nobody else can have heard of the token. */
const BEFORE = ['intended', 'generated', 'delivering'];

it.each(DELIVERY_STATES)(
  'whoever works on a flow stays with it until it was delivered: %s',
  (state) => {
    expect(isPrivate({ ...begun(0), state })).toBe(BEFORE.includes(state));
  },
);
