import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import { ALL_TENANTS, type TokenRequest } from '../../../shared/token-request.ts';
import { signature } from '../rules/caller.ts';
import { dayZone, expiresAt } from '../rules/expires-at.ts';
import { pendingUntil, type StoredToken } from '../rules/life-cycle.ts';
import { conflict, invalid, type Fault, type Refusal } from '../rules/refusal.ts';
import type { Scope } from '../rules/tenant-tree.ts';
import { newTokenMaterial } from '../rules/token-material.ts';
import { recall, remember } from '../store/idempotency.ts';
import { findToken, insertToken, updateToken } from '../store/tokens.ts';
import { auditByCaller, type Call } from './call.ts';
import { change } from './settle.ts';

/** What Next asks for, once it has been parsed. */
export interface ParsedNext {
  readonly request: TokenRequest;
  readonly onBehalfOf: string | null;
}

/** The answer to Next: `token` only while it is pending. */
export interface NextAnswer {
  readonly status: 200 | 201;
  readonly record: StoredToken;
  readonly token: Secret | undefined;
}

const scopeOf = (request: TokenRequest, anchorId: string): Scope =>
  request.tenantId === ALL_TENANTS
    ? { kind: 'all', tenantId: anchorId }
    : { kind: 'one', tenantId: request.tenantId };

const create = (call: Call, { request, onBehalfOf }: ParsedNext): NextAnswer => {
  const { db, tree, caller, now } = call;
  const anchorTenantId = caller.scope.tenantId;
  const scope = scopeOf(request, anchorTenantId);
  const { token, hash, hint } = newTokenMaterial();
  const { tenantId: _, ...kept } = request;
  const { expiresOn } = kept;
  const expiry = expiresOn && expiresAt(expiresOn, dayZone(tree.get(scope.tenantId)));
  const record: StoredToken = {
    ...kept,
    id: randomUUID(),
    scope,
    anchorTenantId,
    expiresAt: expiry,
    state: 'pending',
    pendingUntil: pendingUntil(now, expiry),
    hint,
    generation: 1,
    version: 1,
    createdAt: now,
    createdBy: signature(caller),
    creatorId: caller.id,
    onBehalfOf,
    lastUsedAt: null,
    canManageTokens: false,
  };
  insertToken(db, record, hash);
  auditByCaller(call, 'next', record);
  return { status: 201, record, token };
};

const repeat = (call: Call, earlier: StoredToken): NextAnswer => {
  if (earlier.state !== 'pending') return { status: 200, record: earlier, token: undefined };
  const { token, hash, hint } = newTokenMaterial();
  const record = updateToken(
    call.db,
    {
      ...earlier,
      hint,
      generation: earlier.generation + 1,
      pendingUntil: pendingUntil(call.now, earlier.expiresAt),
    },
    hash,
  );
  auditByCaller(call, 'next', record);
  return { status: 201, record, token };
};

/**
 * Next: a pending token; or the same again, under the same `Idempotency-Key`.
 * @param parse the request as of an instant: a repeated one is judged by the day of the first
 * @param idempotencyKey the caller's, undefined for none
 * @returns the answer, or 422 for what is asked, 409 for another body under a used key
 */
export const next = (
  call: Call,
  parse: (at: number) => Result<ParsedNext, readonly Fault[]>,
  idempotencyKey: string | undefined,
): Result<NextAnswer, Refusal> =>
  change(call, () => {
    const { db, caller, now } = call;
    const earlier =
      idempotencyKey === undefined ? undefined : recall(db, caller.id, idempotencyKey, now);
    const parsed = parse(earlier?.createdAt ?? now);
    if (!parsed.ok) return err(invalid(parsed.error));
    const request = JSON.stringify(parsed.value);
    if (earlier) {
      const token = findToken(db, earlier.tokenId);
      return token && earlier.request === request
        ? ok(repeat(call, token))
        : err(conflict('This Idempotency-Key was used for another request.'));
    }
    const answer = create(call, parsed.value);
    if (idempotencyKey !== undefined) {
      remember(db, caller.id, idempotencyKey, {
        request,
        tokenId: answer.record.id,
        createdAt: now,
      });
    }
    return ok(answer);
  });
