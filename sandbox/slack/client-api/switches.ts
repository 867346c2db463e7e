import * as z from 'zod';
import type { JournalEntry, Slack } from '../handle/slack.ts';
import type { Service } from '../service.ts';

const callFault = z.strictObject({
  method: z.string().min(1).max(60),
  times: z.int().min(1).max(1000).optional(),
  error: z.string().max(60).optional(),
  status: z.int().min(400).max(599).optional(),
  retryAfter: z.int().min(0).max(600).optional(),
  delay: z.int().min(0).max(60_000).optional(),
  cut: z.enum(['reset', 'silence']).optional(),
  afterEffect: z.boolean().optional(),
});

const requestFault = z.strictObject({
  request: z.enum([
    'command',
    'view_submission',
    'view_closed',
    'block_actions',
    'block_suggestion',
    'event',
    '*',
  ]),
  times: z.int().min(1).max(1000).optional(),
  signature: z.enum(['wrong-secret', 'stale', 'future', 'missing']).optional(),
  charset: z.boolean().optional(),
  replays: z.int().min(1).max(10).optional(),
  delay: z.int().min(0).max(60_000).optional(),
  lost: z.enum(['request', 'answer']).optional(),
});

/** What the panel can switch. */
export const switchSchema = z.discriminatedUnion('set', [
  z.object({ set: z.literal('rateLimits'), on: z.boolean() }),
  z.object({ set: z.literal('transport'), to: z.enum(['http', 'socket']) }),
  z.object({ set: z.literal('requestUrl'), url: z.url({ protocol: /^https?$/ }).nullable() }),
  z.object({ set: z.literal('callFault'), fault: callFault }),
  z.object({ set: z.literal('requestFault'), fault: requestFault }),
  z.object({ set: z.literal('noFaults') }),
  z.object({
    set: z.literal('sockets'),
    end: z.enum(['warning', 'refresh_requested', 'link_disabled', 'none']),
  }),
]);

/** What the panel shows. */
export interface PanelFacts {
  readonly transport: 'http' | 'socket';
  readonly requestUrl: string | null;
  readonly sockets: number;
  readonly rateLimits: boolean;
  readonly faults: number;
  /** The last calls and requests, newest first. */
  readonly journal: readonly JournalEntry[];
}

const SHOWN_ENTRIES = 30;

/** Zod's optional members may be undefined; the handle's may not. */
const withoutGaps = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

type Switches = Pick<
  Slack,
  | 'setRateLimits'
  | 'setSocketMode'
  | 'setRequestUrl'
  | 'fault'
  | 'clearFaults'
  | 'disconnectSockets'
>;

/** Switches something. */
export const flip = (slack: Switches, wish: z.infer<typeof switchSchema>): void => {
  switch (wish.set) {
    case 'rateLimits':
      return slack.setRateLimits(wish.on);
    case 'transport':
      return slack.setSocketMode(wish.to === 'socket');
    case 'requestUrl':
      return slack.setRequestUrl(wish.url);
    case 'callFault':
      return void slack.fault(withoutGaps(wish.fault));
    case 'requestFault':
      return void slack.fault(withoutGaps(wish.fault));
    case 'noFaults':
      return slack.clearFaults();
    case 'sockets':
      return slack.disconnectSockets(wish.end);
  }
};

/** How everything is switched now. */
export const panelFacts = (service: Service): PanelFacts => ({
  transport: service.route.socketMode ? 'socket' : 'http',
  requestUrl: service.route.requestUrl ?? null,
  sockets: service.sockets.count(),
  rateLimits: service.rateLimits.on,
  faults: service.faults.count(),
  journal: service.journal.entries().slice(-SHOWN_ENTRIES).toReversed(),
});
