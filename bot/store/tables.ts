import type { ChainedLine } from './audit/chain.ts';

/** What was submitted, in whatever row it stands; it never changes. */
export interface SubmissionColumns {
  readonly team_id: string;
  /** Claims the modal: once a workspace. */
  readonly view_id: string;
  readonly user_id: string;
  readonly user_name: string;
  readonly channel_id: string | null;
  readonly response_url: string | null;
  readonly response_url_issued_at: number;
  readonly language: string;
  /** JSON of a `TokenRequest`. */
  readonly request: string;
  readonly tenant_name: string;
  readonly time_zone: string;
  readonly api_url: string;
  readonly anchor_tenant_id: string | null;
}

/** Times are milliseconds since the epoch. No column ever holds an API token. */
interface FlowRow extends SubmissionColumns {
  readonly id: string;
  readonly state: string;
  readonly token_id: string | null;
  readonly generation: number | null;
  readonly pending_until: number | null;
  readonly hint: string | null;
  readonly route: string | null;
  readonly works: string;
  readonly reason: string | null;
  readonly owed: string | null;
  readonly said: string | null;
  readonly receipt_channel: string | null;
  readonly receipt_ts: string | null;
  readonly step_at: number | null;
  readonly step_attempts: number;
  readonly word_at: number | null;
  readonly word_attempts: number;
  readonly word_since: number | null;
  readonly lease_owner: string | null;
  readonly lease_until: number | null;
  /** Raised by every write: what a compare-and-set compares. */
  readonly version: number;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A request for which someone's approval is asked. */
interface PetitionRow extends SubmissionColumns {
  readonly id: string;
  /** JSON of `Approval`s. */
  readonly approvals: string;
  readonly rule: string;
  readonly state: string;
  readonly because: string | null;
  readonly decided_by: string | null;
  readonly page: string | null;
  readonly handed_by: string | null;
  readonly away: number;
  readonly reason: string;
  readonly addressed: number;
  readonly remind_at: number | null;
  readonly lapses_at: number;
  readonly due_at: number | null;
  readonly attempts: number;
  readonly version: number;
  readonly created_at: number;
}

/** A message about a petition, by whom it is read. */
interface CopyRow {
  readonly id: string;
  readonly petition_id: string;
  readonly kind: string;
  readonly recipient: string;
  readonly language: string;
  readonly channel: string | null;
  readonly ts: string | null;
  readonly wanted: number;
  readonly tries: number;
  /** When it is to be sent or drawn anew; null for not. */
  readonly due_at: number | null;
  /** Until when someone is at it; left standing by whoever died at it. */
  readonly lease_until: number | null;
  readonly created_at: number;
}

/** That a token was handed in, so that it is not a second time. */
interface HandedInRow {
  /** A salted hash of the token. */
  readonly token_hash: string;
  readonly petition_id: string;
  readonly who: string;
  readonly at: number;
}

/** Who may answer an open petition: a person's id, or a user group's. */
interface PetitionApproverRow {
  readonly petition_id: string;
  readonly principal: string;
  readonly created_at: number;
}

/** What this database adds to what it hashes. */
interface SaltRow {
  readonly name: string;
  readonly salt: string;
}

/** A workspace or organisation with the app. Its tokens are sealed. */
interface InstallationRow {
  readonly id: string;
  readonly name: string;
  readonly enterprise_id: string | null;
  readonly bot_id: string;
  readonly bot_user_id: string;
  readonly scopes: string;
  readonly installed_by: string;
  readonly bot_token: string;
  readonly refresh_token: string | null;
  readonly expires_at: number | null;
  readonly installed_at: number;
  readonly revision: string;
}

/** To which organisation a workspace belongs. */
interface OrgWorkspaceRow {
  readonly team_id: string;
  readonly enterprise_id: string;
}

/** A state of the installer that was used, so that it is not a second time. */
interface UsedStateRow {
  readonly nonce: string;
  readonly expires_at: number;
}

export interface Tables {
  readonly installations: InstallationRow;
  readonly org_workspaces: OrgWorkspaceRow;
  readonly used_states: UsedStateRow;
  readonly handed_in: HandedInRow;
  readonly petition_approvers: PetitionApproverRow;
  readonly salts: SaltRow;
  readonly flows: FlowRow;
  readonly audit_lines: ChainedLine;
  readonly petitions: PetitionRow;
  readonly copies: CopyRow;
}
