import type { DeliveryOutcome, DeliveryPurpose } from '../../../use-cases/ports/delivery-records.ts';
import type { TeamsTrouble } from '../seam/trouble.ts';
import { keptId } from './message-id.ts';
import { PartlySent, spreadOut } from './post-cards.ts';

/**
 * What becomes of a delivery that met trouble. A prompt that may have arrived is sent again, since a second copy is the same
 * prompt and does no harm; a digest is not, and the secretariat is shown that nobody knows. Changing a message that is
 * there already may always be tried again. Of a message in several parts it is kept which are there: the next try goes on from them.
 */
export function outcomeOf(
  trouble: TeamsTrouble,
  purpose: DeliveryPurpose,
  now: Date,
  isChange: boolean,
): DeliveryOutcome {
  if (!(trouble instanceof PartlySent)) return outcomeOfOne(trouble, purpose, now, isChange);
  const outcome = outcomeOfOne(trouble.because, purpose, now, isChange);
  if (outcome.kind === 'sent') return outcome;
  const words = outcome.trouble.replace(trouble.because.message, trouble.message);
  return { ...outcome, trouble: words, soFar: keptId(trouble.sent) };
}

function outcomeOfOne(
  trouble: TeamsTrouble,
  purpose: DeliveryPurpose,
  now: Date,
  isChange: boolean,
): DeliveryOutcome {
  // Teams tells all that it turns away to wait equally long.
  const waitMs = trouble.waitMs === null ? 0 : spreadOut(trouble.waitMs);
  const at = new Date(now.getTime() + Math.round(waitMs));
  switch (trouble.kind) {
    case 'busy':
    case 'not_sent':
      return { kind: 'retry', at, trouble: trouble.message };
    case 'unknown':
      return isChange || purpose !== 'digest'
        ? { kind: 'retry', at, trouble: trouble.message }
        : {
            kind: 'ambiguous',
            trouble: `${trouble.message} Please look into the channel whether it is there.`,
          };
    case 'gone':
      return { kind: 'nobody_there', trouble: trouble.message };
    case 'refused':
      return { kind: 'refused', trouble: trouble.message };
  }
}
