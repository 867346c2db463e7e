import type { Submission } from '../../bot/flow/submission.ts';
import { NO_TEXTS } from '../../shared/each-field.ts';

let views = 0;

/** A submission as the listener hands it on, of a modal of its own, but for what a test changes. */
export const submission = (changes: Partial<Submission> = {}): Submission => {
  views += 1;
  return {
    viewId: `V${String(views).padStart(4, '0')}`,
    teamId: 'T0001',
    userId: 'U0001',
    userName: 'ines',
    channelId: 'C0001',
    responseUrl: null,
    responseUrlIssuedAt: 0,
    language: 'en',
    request: {
      ...NO_TEXTS,
      name: 'CI uploader',
      description: 'Nightly builds',
      tenantId: '11111111-1111-4111-8111-111111111111',
      permissions: ['read'],
      expiresOn: null,
    },
    tenantName: 'Nord',
    timeZone: 'Europe/Berlin',
    apiUrl: 'https://api.nord.example',
    anchorTenantId: null,
    ...changes,
  };
};
