import { addDays, dayInWords, type LocalDate } from '../kit/local-date.ts';
import type { Doubt } from './problem.ts';
import type { UpdateContent } from './update.ts';

/** What is worth asking about an update that can be stored as it is: never a refusal. */
export function questionsAboutUpdate(content: UpdateContent, today: LocalDate): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (content.rating === 'complete' && content.evidence.every((line) => line.trim() === '')) {
    doubts.push(
      ask(
        'evidence',
        'Complete: is there something that shows it, such as a link to a report or a published page?',
      ),
    );
  }
  if ((content.rating === 'green' || content.rating === 'amber') && content.done.trim() === '') {
    doubts.push(ask('done', 'Would you add a line on what was done? The board reads it beside the rating.'));
  }
  const promised = content.pathToGreen?.by ?? null;
  if (promised !== null && promised > addDays(today, 365)) {
    doubts.push(
      ask(
        'pathToGreen.by',
        `Path to green: ${dayInWords(promised)} is more than a year away. Is that the day you mean?`,
      ),
    );
  }
  return doubts;
}

function ask(field: string, words: string): Doubt {
  return { field, words, instead: null };
}
