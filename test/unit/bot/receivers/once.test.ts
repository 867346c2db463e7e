import { setImmediate } from 'node:timers/promises';
import type { App, ReceiverEvent } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { once } from '../../../../bot/receivers/once.ts';

const KEEP_MS = 1000;

/** An app that works on what comes as it is told, behind the door. */
const stage = (work: (event: ReceiverEvent) => Promise<void>) => {
  let now = 0;
  let worked = 0;
  const app = {
    processEvent: async (event: ReceiverEvent) => {
      worked += 1;
      await work(event);
    },
  } as unknown as App;
  const keyOf = ({ body }: ReceiverEvent): string | undefined =>
    typeof body['id'] === 'string' ? body['id'] : undefined;
  const guarded = once(app, keyOf, KEEP_MS, () => now);
  const acks: unknown[] = [];
  return {
    acks,
    worked: () => worked,
    later: (ms: number) => {
      now += ms;
    },
    send: (id?: string, ack?: ReceiverEvent['ack']) =>
      guarded.processEvent({
        body: { id },
        ack: ack ?? (async (response) => void acks.push(response)),
      }),
  };
};

describe('what comes twice', () => {
  it('is worked on once, and both are answered alike', async () => {
    const errors = { response_action: 'errors', errors: { name: 'Too long.' } };
    const { send, acks, worked } = stage(async ({ ack }) => ack(errors));
    await Promise.all([send('1'), send('1')]);
    await send('1');
    expect(acks).toEqual([errors, errors, errors]);
    expect(worked()).toBe(1);
  });

  it('is answered, though the answer to the first got lost', async () => {
    const { send, acks } = stage(async ({ ack }) => ack());
    const lost = send('1', () => Promise.reject(new Error('The socket is closed.')));
    await expect(lost).rejects.toThrow('closed');
    await send('1');
    expect(acks).toEqual([undefined]);
  });

  it('waits for the answer to the first', async () => {
    const answered = Promise.withResolvers<void>();
    const { send, acks } = stage(async ({ ack }) => {
      await answered.promise;
      await ack();
    });
    const both = Promise.all([send('1'), send('1')]);
    await setImmediate();
    expect(acks).toEqual([]);
    answered.resolve();
    await both;
    expect(acks).toHaveLength(2);
  });

  it.each([
    ['nobody wanted', async () => undefined],
    ['failed', () => Promise.reject(new Error('a fault'))],
  ])('is answered no more than the first that %s', async (_, work) => {
    const { send, acks } = stage(work);
    await Promise.allSettled([send('1'), send('1')]);
    expect(acks).toEqual([]);
  });

  it('is another where its key is, where it has none, and after its time', async () => {
    const { send, worked, later } = stage(async ({ ack }) => ack());
    await send('1');
    await send('2');
    await send();
    await send();
    expect(worked()).toBe(4);
    later(KEEP_MS - 1);
    await send('1');
    expect(worked()).toBe(4);
    later(1);
    await send('1');
    expect(worked()).toBe(5);
  });
});
