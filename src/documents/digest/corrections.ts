import { monthInWords } from '../../plan/month.ts';
import type { Block, Cell } from '../document.ts';
import type { CorrectionLine, DigestPicture } from './digest-picture.ts';
import { oneLine, type DigestScope } from './digest-scope.ts';
import { column, heading, list, paragraph, rated, table, text } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

/** What changed about months that the board has seen. What earlier papers said stands as it was. */
export function corrections({ corrections: lines }: DigestPicture, scope: DigestScope): readonly Block[] {
  const shown = new Set(scope.actions.map(({ code }) => code));
  const own = lines.filter(({ actionCode }) => shown.has(actionCode));
  if (own.length === 0) return [];
  return [
    heading(sectionHeadings.corrections),
    paragraph('Earlier digests stand as they were. This is what was changed since, and why.'),
    ...table(
      'Corrections and moderations since the last digest',
      [
        column('On', 14),
        column('Action', 10),
        column('About', 16),
        column('From', 12),
        column('To', 12),
        column('Why', 36),
      ],
      own.map((line) => [
        { kind: 'date', day: line.on },
        text(line.actionCode),
        text(monthInWords(line.month)),
        ratingCell(line.from, 'nothing'),
        ratingCell(line.to, 'taken back'),
        text(whyWords(line)),
      ]),
    ),
  ];
}

function ratingCell(rating: CorrectionLine['from'], otherwise: string): Cell {
  return rating === null ? text(otherwise) : rated(rating);
}

function whyWords({ kind, reason }: CorrectionLine): string {
  return `${kind === 'moderation' ? 'Moderated' : 'Corrected by the owner'}: ${oneLine(reason)}`;
}

/** Green words, red figures: put as questions, for the rating stays the owner's. */
export function worthAQuestion({ actions }: DigestScope): readonly Block[] {
  const found = actions.flatMap(({ code, watermelon }) => (watermelon ? [{ code, ...watermelon }] : []));
  const sameWords = found.filter(({ why }) => why === 'same_words').map(({ code }) => code);
  const questions = [
    ...found.filter(({ why }) => why !== 'same_words').map(({ question }) => question),
    ...(sameWords.length === 0
      ? []
      : [`On track in the same words as last month: ${sameWords.join(', ')}. What is new since then?`]),
  ];
  if (questions.length === 0) return [];
  return [
    heading(sectionHeadings.to_look_at),
    paragraph(
      'Where an owner says green and the figures or the words give reason to ask. The rating is the owner’s and stays.',
    ),
    ...list(questions),
  ];
}
