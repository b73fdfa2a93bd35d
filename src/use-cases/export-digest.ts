import { failure, success, type Result } from '../kit/result.ts';
import type { Document } from '../documents/document.ts';
import { mayNot } from './approve-digest.ts';
import { auditOf } from './audit-facts.ts';
import type { Actor, Deps } from './deps.ts';
import type { Digest } from './ports/board-records.ts';
import type { ExportedFile, ExportFormat } from './ports/exporter.ts';
import { refusal, type Refusal } from './refusal.ts';

/** A digest as a file. Until it is posted only those who approve it may have it, and while it is a draft the file says so on top. */
export async function exportDigest(
  deps: Deps,
  actor: Actor,
  digestId: string,
  format: ExportFormat,
): Promise<Result<ExportedFile, Refusal>> {
  const store = deps.store.in(actor.partnershipId);
  const digest = await store.digests.byId(digestId);
  if (!digest) return failure(refusal('not_found', 'There is no such digest.'));
  const denied = await mayNot(
    deps,
    store,
    actor,
    digest.postedAt === null ? 'approve_digest' : 'export_digest',
  );
  if (denied) return failure(digest.postedAt === null ? notYet(denied) : denied);
  const file = await deps.exporter.export(documentOf(digest), digestFileName(digest), format);
  await store.transact((records) =>
    records.audit.append(
      auditOf(deps, actor, 'digest_exported', `digest:${digestId}`, {
        format,
        state: digest.state,
        number: digest.number,
      }),
    ),
  );
  return success(file);
}

function notYet(denied: Refusal): Refusal {
  return denied.kind === 'not_allowed'
    ? refusal('not_allowed', 'This digest has not been posted yet. Until then only the secretariat reads it.')
    : denied;
}

/** The paper as it is handed out: a draft says on top that it is one. What is stored never has to change for it. */
export function documentOf({ document, state }: Digest): Document {
  if (state !== 'draft') return document;
  const draft = 'DRAFT: not approved. Do not circulate.';
  return { ...document, banner: document.banner === null ? draft : `${draft} ${document.banner}` };
}

/** `bcp-digest-2026-11`; other audiences, later numbers and drafts say so. Made of codes, never of people's words. */
export function digestFileName({ month, audience, number, state }: Digest): string {
  return [
    `bcp-digest-${month}`,
    ...(audience === 'board' ? [] : [audience.replace(/[^a-z0-9]+/gi, '-').toLowerCase()]),
    ...(number === 1 ? [] : [String(number)]),
    ...(state === 'draft' ? ['draft'] : []),
  ].join('-');
}
