import { expect, it } from 'vitest';
import { createManualClock } from '../../../../sandbox/slack/clock.ts';

it('runs what falls due in order, each at its own time', () => {
  const clock = createManualClock(0);
  const ran: [string, number][] = [];
  clock.after(20, () => ran.push(['second', clock.now()]));
  clock.after(10, () => {
    ran.push(['first', clock.now()]);
    clock.after(5, () => ran.push(['hung on the first', clock.now()]));
  });
  const callOff = clock.after(12, () => ran.push(['called off', clock.now()]));
  callOff();
  clock.advance(9);
  expect(ran).toEqual([]);
  clock.advance(91);
  expect(ran).toEqual([
    ['first', 10],
    ['hung on the first', 15],
    ['second', 20],
  ]);
  expect(clock.now()).toBe(100);
  expect(clock.waiting()).toBe(0);
});
