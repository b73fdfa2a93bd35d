import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { monthInWords } from '../../plan/month.ts';
import { actionRatings, ratingLooks, type ActionRating } from '../../plan/rating.ts';
import { currentCycle } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { moderateUpdate } from '../moderate-update.ts';
import { saying, type Answer } from './answer.ts';

const shape =
  /^(\S+)\s+(back|red|amber|green|complete|not started|on hold)\b[\s,:;]*(?:because\s+)?([\s\S]*)$/i;

/** `moderate IC5 red because the figures do not bear it out`; `moderate IC5 back because …` takes it back. */
export async function moderateCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const match = shape.exec(words.trim());
  const context = await currentCycle(deps.store.in(actor.partnershipId));
  if (!context) return saying(sentence('No month has been opened yet, so there is nothing to moderate.'));
  if (!match)
    return saying(
      sentence(
        'Say which action, the rating and why, for example: moderate IC5 red because the figures do not bear it out.',
        'notice',
      ),
    );
  const [, code = '', ratingWord = '', reason = ''] = match;
  const rating = ratingWord.toLowerCase() === 'back' ? null : ratingNamed(ratingWord);
  const { month } = context.cycle;
  const moderated = await moderateUpdate(deps, actor, {
    month,
    actionCode: code.toUpperCase(),
    rating,
    reason: reason.trim(),
  });
  if (!moderated.ok) return saying(refusalMessage(moderated.error));
  return saying(
    sentence(
      rating === null
        ? `${code.toUpperCase()}: the moderation for ${monthInWords(month)} is taken back.`
        : `${code.toUpperCase()} is moderated to ${ratingLooks[rating].word.toLowerCase()} for ${monthInWords(month)}. The owner's own rating stays beside it.`,
    ),
  );
}

function ratingNamed(words: string): ActionRating | null {
  const wanted = words.toLowerCase().replace(/\s+/g, '_');
  return actionRatings.find((rating) => rating === wanted) ?? null;
}
