import type { Press } from '../../../messages/message.ts';
import { commandWords } from '../../../use-cases/conversation/run-command.ts';
import type { Actor, Deps } from '../../../use-cases/deps.ts';

const job = 'teams_turn';
/** Somebody else may do it when whoever began it has not come back for so long, in milliseconds: their machine stopped in the middle. */
const leaseMs = 60_000;

/**
 * Does something that changes what is stored, unless it was done before or is being done now, here or by another instance: then null. Teams
 * sends again what it got no answer to within fifteen seconds, and some work takes longer. What failed may be sent again and is then done.
 */
export async function once<T>(
  { store, clock, log }: Deps,
  { partnershipId }: Actor,
  eventKey: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const { jobs } = store.in(partnershipId);
  const now = clock.now();
  const leaseUntil = new Date(now.getTime() + leaseMs);
  if (!(await jobs.claim(job, eventKey, now, leaseUntil))) return null;
  try {
    const result = await work();
    // The work stands also where this cannot be written: what it stored has a receipt of its own beside it.
    await jobs.finish(job, eventKey, clock.now(), '').catch((cause: unknown) => {
      log.error('Teams: the receipt of something that was done could not be written', { cause });
    });
    return result;
  } catch (trouble) {
    await jobs.release(job, eventKey, leaseUntil).catch((cause: unknown) => {
      log.error('Teams: something that failed could not be given back at once', { cause });
    });
    throw trouble;
  }
}

/** Commands that show and change nothing: a second one of them does no harm, so no receipt is taken. */
const showing: readonly string[] = ['status', 'help', 'prompt', 'update', 'people', 'deliveries'];

export function onlyShows(words: string): boolean {
  const isAddressed = /^\s*\/bcp\b/i.test(words);
  const [first = ''] = words
    .replace(/^\s*\/bcp\b/i, '')
    .trim()
    .toLowerCase()
    .split(/\s+/);
  return showing.includes(first) || (isAddressed && !commandWords.includes(first));
}

const showingPresses: ReadonlySet<Press['verb']> = new Set([
  'update',
  'edit',
  'not_me',
  'later',
  'status',
  'download_digest',
  'help',
]);

export function onlyShowsPress({ verb }: Press): boolean {
  return showingPresses.has(verb);
}
