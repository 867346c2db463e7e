/** How often a method may be called: per minute, or about once a second and channel. */
export type Tier = 1 | 2 | 3 | 4 | 'posting' | 'none';

/** docs.slack.dev/apis/web-api/rate-limits: at least so many a minute. */
const PER_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;
/** One a second and channel, with short bursts. */
const POSTING = { capacity: 5, perSecond: 1 };
/** Tier 1 methods allow occasional bursts. */
const BURST = 4;

interface Bucket {
  tokens: number;
  at: number;
}

export interface RateLimits {
  on: boolean;
  /**
   * Counts a call.
   * @param key what is counted together: the method, and for posting its channel
   * @returns after how many seconds it may be tried again, where it is one too many
   */
  readonly take: (key: string, tier: Tier) => number | undefined;
}

/** Counts calls by token buckets, on the workspace's clock. */
export const createRateLimits = (now: () => number, on: boolean): RateLimits => {
  const buckets = new Map<string, Bucket>();
  return {
    on,
    take(key, tier) {
      if (!this.on || tier === 'none') return undefined;
      const { capacity, perSecond } =
        tier === 'posting'
          ? POSTING
          : { capacity: Math.max(BURST, PER_MINUTE[tier]), perSecond: PER_MINUTE[tier] / 60 };
      const time = now();
      const bucket = buckets.get(key) ?? { tokens: capacity, at: time };
      const tokens = Math.min(capacity, bucket.tokens + ((time - bucket.at) / 1000) * perSecond);
      const enough = tokens >= 1;
      buckets.set(key, { tokens: enough ? tokens - 1 : tokens, at: time });
      return enough ? undefined : Math.max(1, Math.ceil((1 - tokens) / perSecond));
    },
  };
};
