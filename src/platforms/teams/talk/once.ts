import { createHash } from 'node:crypto';
import type { Press } from '../../../messages/message.ts';
import { commandWords } from '../../../use-cases/conversation/run-command.ts';
import type { Actor, Deps } from '../../../use-cases/deps.ts';

/**
 * Does something that changes what is stored, unless it was done before or is being done now: then null. Teams sends again what it got
 * no answer to, so there are two receipts: one when the work begins and one when it is done. What has begun and was never done (the
 * machine stopped in the middle) is done when it comes again; what was done is not done twice.
 */
export async function once<T>(
  deps: Deps,
  actor: Actor,
  eventKey: string,
  said: string,
  work: () => Promise<T>,
): Promise<T | null> {
  const atWork = runningOn(deps);
  const key = `${actor.partnershipId}:${eventKey}`;
  if (atWork.has(key)) return null;
  atWork.add(key);
  try {
    const hash = createHash('sha256').update(said).digest('hex');
    if (!(await begin(deps, actor, eventKey, hash))) return null;
    const result = await work();
    await done(deps, actor, eventKey, hash);
    return result;
  } finally {
    atWork.delete(key);
  }
}

const running = new WeakMap<Deps, Set<string>>();

/** What this process is doing at the moment: Teams waits fifteen seconds, and some work takes longer. */
function runningOn(deps: Deps): Set<string> {
  const known = running.get(deps) ?? new Set<string>();
  running.set(deps, known);
  return known;
}

async function begin(deps: Deps, actor: Actor, eventKey: string, hash: string): Promise<boolean> {
  const { inbox } = deps.store.in(actor.partnershipId);
  const begun = await inbox.receive(`${eventKey}:begun`, hash, deps.clock.now());
  if (begun === 'first') return true;
  return begun === 'again' && (await inbox.receive(`${eventKey}:done`, hash, deps.clock.now())) === 'first';
}

/** The work stands also where its second receipt cannot be written; what it stores has a receipt of its own beside it. */
async function done(deps: Deps, actor: Actor, eventKey: string, hash: string): Promise<void> {
  const { inbox } = deps.store.in(actor.partnershipId);
  await inbox.receive(`${eventKey}:done`, hash, deps.clock.now()).catch((cause: unknown) => {
    deps.log.error('Teams: the receipt of something that was done could not be written', { cause });
  });
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
  'share',
  'download_digest',
  'help',
]);

export function onlyShowsPress({ verb }: Press): boolean {
  return showingPresses.has(verb);
}
