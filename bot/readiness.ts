import type { Intake } from './receivers/intake.ts';
import type { BotReceiver } from './receivers/receiver.ts';
import type { Checks } from './receivers/web-server.ts';
import type { PolicyFile } from './policy/policy-file.ts';
import type { FlowStore } from './store/flow-store.ts';
import type { TenantDirectory } from './tenants/tenant-directory.ts';
import type { Platform } from './platform.ts';
import { inTime } from './time/in-time.ts';

/** How old the platform's last answer may be, for it to count as there, in milliseconds. */
const READY_AGE_MS = 10_000;

/**
 * What `/readyz` looks at.
 * @param patienceMs for an answer of the platform's and of the store's
 */
export const readiness =
  (
    parts: {
      readonly intake: Pick<Intake, 'stopped'>;
      readonly receiver: Pick<BotReceiver, 'connected' | 'told'>;
      readonly tenants: Pick<TenantDirectory, 'answers'>;
      readonly store: Pick<FlowStore, 'answers'>;
      readonly policy: Pick<PolicyFile, 'sound'>;
      readonly platform: Pick<Platform, 'down'>;
    },
    patienceMs: number,
  ): Checks =>
  async () => {
    const { intake, receiver, tenants, platform, store, policy } = parts;
    const [answers, stored] = await Promise.all([
      inTime(patienceMs, tenants.answers(READY_AGE_MS), false),
      inTime(patienceMs, store.answers(), false),
    ]);
    const down = [...platform.down()];
    return {
      needed: {
        running: !intake.stopped(),
        slack: receiver.connected(),
        // One that was given up may have answered a moment ago.
        platform: answers && (down.length === 0 || down.some(([, is]) => !is)),
        store: stored,
      },
      told: {
        // While the policy's file is broken, the last sound one is in force.
        policy: policy.sound(),
        ...receiver.told(),
        // One of several that is away is no reason to send nobody to the others.
        ...Object.fromEntries(down.map(([name, is]) => [`platform ${name}`, !is])),
      },
    };
  };
