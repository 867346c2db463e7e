import type { App, ReceiverEvent } from '@slack/bolt';
import { describe, expect, it, vi } from 'vitest';
import { createIntake } from '../../../../bot/receivers/intake.ts';

const COMMAND = {
  command: '/tenant-token',
  text: '',
  user_id: 'U1',
  team_id: 'T1',
  channel_id: 'C1',
  trigger_id: '1',
  response_url: 'https://hooks.slack.com/commands/1',
};

const HOME_OPENED = {
  type: 'event_callback',
  team_id: 'T1',
  event: { type: 'app_home_opened', user: 'U1', tab: 'home' },
  authorizations: [{ team_id: 'T1' }],
};

const SUBMISSION = {
  type: 'view_submission',
  user: { id: 'U1' },
  view: {
    id: 'V1',
    callback_id: 'create',
    hash: '1',
    private_metadata: '{}',
    blocks: [],
    state: { values: {} },
  },
};

const nobodyWaits = () => () => undefined;

const event = (body: object): ReceiverEvent => ({ body, ack: async () => undefined });

/** An app whose work ends when it is told to. */
const slowApp = () => {
  const begun = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  const app = {
    processEvent: async ({ ack }: ReceiverEvent) => {
      begun.resolve();
      await ack();
      await done.promise;
    },
  } as unknown as App;
  return { app, begun: begun.promise, done };
};

describe('the door to the app', () => {
  it('is idle only once all work has ended, that which fails too', async () => {
    const intake = createIntake(nobodyWaits);
    const [one, other] = [slowApp(), slowApp()];
    const first = intake.guard(one.app).processEvent(event(COMMAND));
    const second = intake.guard(other.app).processEvent(event(COMMAND));
    let idle = false;
    const waiting = intake.idle().then(() => (idle = true));
    one.done.resolve();
    await first;
    expect(idle).toBe(false);
    await other.begun;
    other.done.reject(new Error('a fault'));
    await expect(second).rejects.toThrow('a fault');
    await waiting;
    expect(idle).toBe(true);
  });

  it('lets nothing in once it has been closed', async () => {
    const intake = createIntake(nobodyWaits);
    intake.stop();
    const work = intake.guard(slowApp().app).processEvent(event(COMMAND));
    await expect(work).rejects.toMatchObject({ status: 503 });
    await intake.idle();
  });

  it('says at once that nobody in the app wanted a request', async () => {
    const app = { processEvent: async () => undefined } as unknown as App;
    const work = createIntake(nobodyWaits).guard(app).processEvent(event(COMMAND));
    await expect(work).rejects.toMatchObject({ status: 400, reason: 'unwanted' });
  });

  it.each([
    [{}, 'type'],
    [{ command: 7 }, 'type'],
    [{ type: 'xoxb-1' }, 'type'],
    [{ ...COMMAND, event: {} }, 'event'],
    [{ ...COMMAND, channel_id: '' }, 'channel_id'],
    [{ ...HOME_OPENED, event: { ...HOME_OPENED.event, user: '' } }, 'event.user'],
    [{ ...HOME_OPENED, event: { ...HOME_OPENED.event, type: 'message' } }, 'event.type'],
    // Bolt would fall over it (5.1).
    [{ ...HOME_OPENED, authorizations: [null] }, 'authorizations[0]'],
    [{ ...SUBMISSION, view: { ...SUBMISSION.view, hash: 7 } }, 'view.hash'],
    [
      { type: 'block_actions', user: { id: 'U1' }, trigger_id: '1', container: {}, actions: [{}] },
      'actions[0].type',
    ],
  ])(
    'lets in what has the form of a request, and says where the fault is in %o',
    async (body, at) => {
      const work = createIntake(nobodyWaits).guard(slowApp().app).processEvent(event(body));
      await expect(work).rejects.toMatchObject({ status: 400, reason: 'form', at });
    },
  );

  it.each([
    { type: 'app_uninstalled' },
    { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['UBOT'] } },
  ])('lets in the news that the app was removed, of an organisation too: %o', async (news) => {
    for (const where of [
      { team_id: 'T1', authorizations: [{ team_id: 'T1' }] },
      { team_id: null, enterprise_id: 'E1', authorizations: null, is_enterprise_install: true },
    ]) {
      const body = { type: 'event_callback', event_time: 1_790_000_000, event: news, ...where };
      const { app, done } = slowApp();
      done.resolve();
      await createIntake(nobodyWaits).guard(app).processEvent(event(body));
    }
  });

  it.each([
    ['a command', COMMAND, ['came', 'acknowledged', 'worked', 'answered']],
    ['a submission', SUBMISSION, ['came', 'acknowledged', 'answered', 'worked']],
  ])('says until when Slack waits for %s', async (_, body, order) => {
    const heard: string[] = [];
    const intake = createIntake(() => {
      heard.push('came');
      return () => {
        if (!heard.includes('answered')) heard.push('answered');
      };
    });
    const app = {
      processEvent: async ({ ack }: ReceiverEvent) => {
        await ack();
        await Promise.resolve();
        heard.push('worked');
      },
    } as unknown as App;
    await intake.guard(app).processEvent({
      body,
      ack: async () => void heard.push('acknowledged'),
    });
    expect(heard).toEqual(order);
  });

  it('lets what follows an ack go on whatever becomes of it, and says why it was lost', async () => {
    const lost: unknown[] = [];
    const intake = createIntake(nobodyWaits, (error) => lost.push(error));
    let went = false;
    const app = {
      processEvent: async ({ ack }: ReceiverEvent) => {
        await ack();
        went = true;
      },
    } as unknown as App;
    const closed = new Error('The socket is closed.');
    const ack = () => Promise.reject(closed);
    await intake.guard(app).processEvent({ ...event(COMMAND), ack });
    expect(went).toBe(true);
    expect(lost).toEqual([closed]);
  });

  it('does not wait for an ack for longer than Slack would', async () => {
    vi.useFakeTimers();
    const intake = createIntake(nobodyWaits);
    const { app, done } = slowApp();
    const work = intake
      .guard(app)
      .processEvent({ ...event(COMMAND), ack: () => new Promise(() => undefined) });
    done.resolve();
    await vi.advanceTimersByTimeAsync(3000);
    await work;
    vi.useRealTimers();
  });
});
