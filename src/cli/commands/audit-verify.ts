import type { Deps } from '../../use-cases/deps.ts';
import { hashOf } from '../../use-cases/draft-digest.ts';
import { verifyAudit } from '../../use-cases/verify-audit.ts';
import type { PartnershipRecord } from '../../use-cases/ports/partnership-records.ts';
import {
  asOption,
  done,
  jsonOption,
  partnershipOption,
  refused,
  type Command,
  type Outcome,
} from '../command.ts';
import { counted } from '../counted.ts';
import { asAnybody, choosePartnership, withDeps } from '../place.ts';

export const auditVerify: Command = {
  name: 'audit verify',
  does: 'Walks the audit trail from its first entry and checks every digest; names the first thing that was changed.',
  notes: [
    'Without --partnership: of every partnership here. The head that it prints can be noted elsewhere: a trail that was rewritten as a whole has another.',
  ],
  arguments: [],
  options: [asOption, partnershipOption, jsonOption],
  run(session, input) {
    if (input.option('as') !== null)
      return asAnybody(session, input, 'verify_audit', ({ deps, partnership }) =>
        verifyAll(deps, [partnership]),
      );
    return withDeps(session, async (deps) => {
      const code = input.option('partnership');
      const partnerships = await deps.store.partnerships();
      if (code === null && partnerships.length > 0) return verifyAll(deps, partnerships);
      const chosen = await choosePartnership(deps, code);
      return 'kind' in chosen ? chosen : verifyAll(deps, [chosen]);
    });
  },
};

/** The verdict on one partnership's trail and papers. */
export interface TrailVerdict {
  readonly partnership: string;
  readonly intact: boolean;
  readonly entries: number | null;
  readonly head: string | null;
  /** The first entry that does not fit. */
  readonly brokenAt: number | null;
  readonly reason: string | null;
  readonly digests: number;
}

/** Checks the trails of these partnerships, and says of each what was found. */
export async function verifyAll(deps: Deps, partnerships: readonly PartnershipRecord[]): Promise<Outcome> {
  const verdicts: TrailVerdict[] = [];
  for (const partnership of partnerships) verdicts.push(await verifyOne(deps, partnership));
  const words = verdicts.map(inWords).join('\n');
  return verdicts.every(({ intact }) => intact) ? done(words, verdicts) : refused(words, verdicts);
}

async function verifyOne(deps: Deps, { id, code }: PartnershipRecord): Promise<TrailVerdict> {
  const verdict = await verifyAudit(deps, id);
  const digests = await deps.store.in(id).digests.all();
  const base = { partnership: code, digests: digests.length };
  if (!verdict.intact) {
    return {
      ...base,
      intact: false,
      entries: null,
      head: null,
      brokenAt: verdict.sequence,
      reason: verdict.reason,
    };
  }
  const { entries, head } = verdict;
  const changed = digests.find(({ document, documentHash }) => hashOf(document) !== documentHash);
  if (!changed) return { ...base, intact: true, entries, head, brokenAt: null, reason: null };
  const reason = `the digest of ${changed.month} for ${changed.audience} (number ${changed.number}) is not as it was drafted`;
  return { ...base, intact: false, entries, head, brokenAt: null, reason };
}

function inWords({ partnership, intact, entries, head, reason, digests }: TrailVerdict): string {
  if (!intact)
    return `${partnership}: the audit trail does NOT hold: ${reason ?? ''}. Keep a copy of this database and ask who had access to it.`;
  const papers = digests === 0 ? '' : ` ${counted(digests, 'digest')} as drafted.`;
  return `${partnership}: the audit trail holds: ${counted(entries ?? 0, 'entry', 'entries')}, head ${head ?? ''}.${papers}`;
}
