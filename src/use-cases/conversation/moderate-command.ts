import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { monthInWords } from '../../plan/month.ts';
import { actionRatings, ratingLooks, type ActionRating } from '../../plan/rating.ts';
import { londonDate } from '../../kit/london.ts';
import { readDirectory } from '../cycle-context.ts';
import { guardText } from '../guard-words.ts';
import { withNotice } from './answer-in-words.ts';
import type { Actor, Deps } from '../deps.ts';
import { moderateUpdate } from '../moderate-update.ts';
import { saying, type Answer } from './answer.ts';

const shape =
  /^(\S+)\s+(back|red|amber|green|complete|not started|on hold)\b[\s,:;]*(?:because\s+)?([\s\S]*)$/i;

/** `moderate IC5 red because the figures do not bear it out`; `moderate IC5 back because …` takes it back. */
export async function moderateCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const match = shape.exec(words.trim());
  const store = deps.store.in(actor.partnershipId);
  const cycles = await store.cycles.all();
  // While the next month is being asked about, a moderation is still about the one that has closed.
  const cycle = cycles.find(({ state }) => state === 'closed') ?? cycles[0];
  if (!cycle) return saying(sentence('No month has been opened yet, so there is nothing to moderate.'));
  if (!match)
    return saying(
      sentence(
        'Say which action, the rating and why, for example: moderate IC5 red because the figures do not bear it out.',
        'notice',
      ),
    );
  const [, code = '', ratingWord = '', reason = ''] = match;
  const rating = ratingWord.toLowerCase() === 'back' ? null : ratingNamed(ratingWord);
  const { text, found } = guardText(reason, code, await readDirectory(store), londonDate(deps.clock.now()));
  const moderated = await moderateUpdate(deps, actor, {
    month: cycle.month,
    actionCode: code.toUpperCase(),
    rating,
    reason: text,
  });
  if (!moderated.ok) return withNotice(saying(refusalMessage(moderated.error)), found);
  const done = moderatedWords(code.toUpperCase(), rating, monthInWords(cycle.month));
  return withNotice(saying(sentence(`${done} ${moderated.value.words}`)), found);
}

function moderatedWords(code: string, rating: ActionRating | null, month: string): string {
  return rating === null
    ? `${code}: the moderation for ${month} is taken back.`
    : `${code} is moderated to ${ratingLooks[rating].word.toLowerCase()} for ${month}. The owner's own rating stays beside it.`;
}

function ratingNamed(words: string): ActionRating | null {
  const wanted = words.toLowerCase().replace(/\s+/g, '_');
  return actionRatings.find((rating) => rating === wanted) ?? null;
}
