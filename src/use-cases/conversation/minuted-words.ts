import { dayInWords } from '../../kit/local-date.ts';
import { monthInWords, type Month } from '../../plan/month.ts';
import { ratingLooks, type ActionRating } from '../../plan/rating.ts';
import type { Moderated } from '../moderate-update.ts';
import type { RecordedDecision } from '../minute-decision.ts';

/** `Minuted about IC5 under the meeting of 3 December 2026.` */
export function minutedWords({ actionCode, meetingOn, isNew }: RecordedDecision): string {
  const about = actionCode === null ? '' : ` about ${actionCode}`;
  const minuted = isNew ? 'Minuted' : 'That stood there already: minuted';
  return `${minuted}${about} under the meeting of ${dayInWords(meetingOn)}.`;
}

/** `IC5 is moderated to red for October 2026.` `rating` null: a moderation was taken back. */
export function moderatedWords(
  code: string,
  rating: ActionRating | null,
  month: Month,
  { isNew, words }: Pick<Moderated, 'isNew' | 'words'>,
): string {
  const of = monthInWords(month);
  const already = isNew ? '' : 'That stood there already: ';
  return rating === null
    ? `${already}${code}: the moderation for ${of} is taken back. ${words}`
    : `${already}${code} is moderated to ${ratingLooks[rating].word.toLowerCase()} for ${of}. The owner's own rating stays beside it. ${words}`;
}
