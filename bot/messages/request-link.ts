import { ALL_TENANTS } from '../../shared/all-tenants.ts';
import { type LinkedRequest, writeRequestFragment } from '../../shared/request-link.ts';
import type { Petition } from '../flow/petition.ts';
import { clip } from './block-kit.ts';

const MAX_WHO = 100;

/** What of a request a link holds: all, all but the description, or none of it. */
export interface RequestLink {
  readonly url: string;
  readonly holds: 'all' | 'no_description' | 'nothing';
}

/**
 * The page where a request's token is made, with the request in its fragment.
 * @param workspace where it was asked for, by name
 * @returns undefined where no person makes it
 */
export const requestLink = (
  { page, submission: { request, tenantName, userName, userId } }: Petition,
  workspace: string,
): RequestLink | undefined => {
  if (page === null) return undefined;
  const said = (text: string, other: string): string => clip(text.trim() || other, MAX_WHO);
  const from = { person: said(userName, userId), workspace: said(workspace, 'Slack') };
  // A cockpit shows names alone, and a platform's own pages know ids.
  const named = request.tenantId === ALL_TENANTS ? {} : { tenantName };
  const linked: LinkedRequest = { ...request, ...named, from };
  const whole = writeRequestFragment(linked);
  if (whole.ok) return { url: page + whole.value, holds: 'all' };
  const less = writeRequestFragment({ ...linked, description: '' });
  if (less.ok) return { url: page + less.value, holds: 'no_description' };
  return { url: page, holds: 'nothing' };
};
