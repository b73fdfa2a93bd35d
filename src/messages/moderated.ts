import { ratingLooks, type ActionRating, type ShownRating } from '../plan/rating.ts';
import type { Message } from './message.ts';

/** Tells an owner that somebody set another reading beside theirs, or took one back. */
export function moderated(view: {
  readonly title: string;
  readonly monthWords: string;
  readonly byName: string;
  readonly ownRating: ShownRating;
  readonly rating: ActionRating | null;
  readonly reason: string;
}): Message {
  const own = ratingLooks[view.ownRating].word.toLowerCase();
  const words =
    view.rating === null
      ? `${view.byName} took the moderation of ${view.title} for ${view.monthWords} back. Your ${own} stands alone again.`
      : `${view.byName} moderated ${view.title} for ${view.monthWords} to ${ratingLooks[view.rating].word.toLowerCase()}. Your own rating (${own}) stays beside it and is not changed.`;
  return {
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: 'normal' },
      ...(view.reason === ''
        ? []
        : [{ kind: 'text' as const, text: `Why: ${view.reason}`, tone: 'normal' as const }]),
      { kind: 'text', text: 'If you see it differently, talk to them: the board sees both.', tone: 'quiet' },
    ],
  };
}
