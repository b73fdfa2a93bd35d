import { createHash } from 'node:crypto';
import type { Press } from '../../../messages/message.ts';
import { commandWords } from '../../../use-cases/conversation/run-command.ts';
import type { Actor, Deps } from '../../../use-cases/deps.ts';

/**
 * Takes a receipt for something that changes what is stored. Teams sends again what it got no answer to, so there are two
 * receipts: one when the work begins and one when it is done. What has begun and was never done (the machine stopped in the
 * middle) is done when it comes again; what was done is not done twice. False = it was done before.
 */
export async function begin(deps: Deps, actor: Actor, eventKey: string, said: string): Promise<boolean> {
  const { inbox } = deps.store.in(actor.partnershipId);
  const hash = createHash('sha256').update(said).digest('hex');
  const begun = await inbox.receive(`${eventKey}:begun`, hash, deps.clock.now());
  if (begun === 'first') return true;
  return begun === 'again' && (await inbox.receive(`${eventKey}:done`, hash, deps.clock.now())) === 'first';
}

/**
 * The work is done: its second receipt. The work stands also where the receipt cannot be written; what may then be done a second time
 * has a receipt of its own beside what it stores.
 */
export async function done(deps: Deps, actor: Actor, eventKey: string, said: string): Promise<void> {
  const hash = createHash('sha256').update(said).digest('hex');
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
