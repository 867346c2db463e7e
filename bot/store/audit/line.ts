import type { Submission } from '../../flow/submission.ts';

/**
 * As what somebody acts. `operator`: whoever runs the bot, by its files; `installer`: whoever brings it into
 * a workspace.
 */
type Role = 'asker' | 'approver' | 'maker' | 'bot' | 'sweep' | 'operator' | 'installer';

/** What of a request stands in each line about it, so that a line can be read alone. */
interface RequestColumns {
  readonly team_id: string;
  /** The Slack id of whoever asks. */
  readonly asker: string;
  /** The platform's id, or `all`. */
  readonly tenant_id: string;
  readonly tenant_name: string;
  readonly token_name: string;
  /** With spaces between. */
  readonly permissions: string;
  /** A date, or `never`. */
  readonly expires_on: string;
}

/**
 * A line of the record, before it has its place in the chain. It never holds a token, nor a hash or a part
 * of one; the only texts from outside are the names of tenant and token.
 */
export interface AuditLine extends Partial<RequestColumns> {
  readonly team_id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** A Slack user's id, or what acted. */
  readonly who: string;
  readonly role: Role;
  readonly event: string;
  /** The id of the flow or petition; of an installation, of its bot. */
  readonly subject?: string;
  /** Where that is afterwards. */
  readonly state?: string;
  /** The platform's id of the token. */
  readonly token_id?: string;
  /** A code, never a text from outside. */
  readonly detail?: string;
  /** With this line all lines up to this one are removed; `detail` is the hash of the last. */
  readonly anchor?: number;
}

/** What every line about a request says of it. */
export const requestColumns = ({
  teamId,
  userId,
  request,
  tenantName,
}: Pick<Submission, 'teamId' | 'userId' | 'request' | 'tenantName'>): RequestColumns => ({
  team_id: teamId,
  asker: userId,
  tenant_id: request.tenantId,
  tenant_name: tenantName,
  token_name: request.name,
  permissions: request.permissions.join(' '),
  expires_on: request.expiresOn ?? 'never',
});

const OF_APPROVERS: readonly string[] = ['approved', 'refused', 'void'];

/**
 * As what someone acts on a flow or petition.
 * @param making whether its token was being made by a person, who alone can then find it void
 */
export const roleOf = (
  { who, event }: Pick<AuditLine, 'who' | 'event'>,
  asker: string,
  making = false,
): Role => {
  if (who === 'bot' || who === 'sweep') return who;
  if (event === 'handed_in' || (event === 'void' && making)) return 'maker';
  return who !== asker || OF_APPROVERS.includes(event) ? 'approver' : 'asker';
};
