import { dayWithWeekday, daysBetween } from '../../kit/local-date.ts';
import { monthInWords } from '../../plan/month.ts';
import type { ActionPicture } from '../../plan/plan-picture.ts';
import { ratingLooks } from '../../plan/rating.ts';
import type { Block } from '../document.ts';
import type { DigestScope } from './digest-scope.ts';
import { column, count, heading, paragraph, table, text } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

/** What had no answer when the month closed: shown as "no update", never as the last rating, with how long it is overdue. */
export function notReceived(scope: DigestScope, positionOn: string): readonly Block[] {
  const { picture, actions, countedOnly } = scope;
  const missing = actions.filter(({ shown }) => shown === 'no_update');
  const hidden = countedOnly.filter(({ shown }) => shown === 'no_update').length;
  if (missing.length + hidden === 0)
    return [heading(sectionHeadings.not_received), paragraph('Every action has an update.')];
  const overdue = Math.max(0, daysBetween(picture.closesOn, positionOn));
  return [
    heading(sectionHeadings.not_received),
    ...table(
      `No answer by ${dayWithWeekday(picture.closesOn)}: shown as no update, never as the last rating`,
      [
        column('Ref', 8),
        column('Action', 32),
        column('Owner', 20),
        column('Organisation', 20),
        column('Last answer', 18),
        column('Months without', 10, 'end'),
        column('Days overdue', 10, 'end'),
      ],
      missing.map((action) => [
        text(action.code),
        text(action.action.shortTitle),
        text(whoWords(action, scope)),
        text(action.owner?.organisation ?? '–'),
        text(lastAnswer(action)),
        count(action.monthsRunning),
        count(overdue),
      ]),
    ),
    ...(hidden === 0 ? [] : [paragraph(`${hidden} more ${hidden === 1 ? 'is' : 'are'} OFFICIAL-SENSITIVE.`)]),
  ];
}

/** The name in the board's own paper, the role in every other. */
function whoWords({ owner }: ActionPicture, { namesPeople }: DigestScope): string {
  if (owner === null) return 'nobody owns it yet';
  return namesPeople ? owner.name : owner.jobTitle || '–';
}

/** `Amber, September 2026`: when somebody last said something; not what stands now. */
function lastAnswer({ history }: ActionPicture): string {
  const last = history.findLast(({ rating }) => rating !== 'no_update' && rating !== 'awaited');
  return last ? `${ratingLooks[last.rating].word}, ${monthInWords(last.month)}` : 'none in the months shown';
}
