import { dayInWords } from '../../kit/local-date.ts';
import type { Block } from '../document.ts';
import type { DecisionLine, DigestPicture } from './digest-picture.ts';
import { oneLine, type DigestScope } from './digest-scope.ts';
import { column, date, heading, list, paragraph, table, text } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

/** What the last meeting decided, and what meetings asked people to do: kept apart from the plan's own actions. */
export function fromMeetings(digest: DigestPicture, scope: DigestScope): readonly Block[] {
  const { lastMeeting, decisions, meetingActions, positionOn } = digest;
  if (lastMeeting === null) return [];
  return [
    heading(sectionHeadings.meeting),
    paragraph(`${lastMeeting.title}, ${dayInWords(lastMeeting.on)}.`),
    ...(decisions.length === 0
      ? [paragraph('No decision of it has been recorded.')]
      : list(decisions.map(decisionWords))),
    ...table(
      'What meetings asked for',
      [
        column('What', 46),
        ...(scope.namesPeople ? [column('Lead', 20)] : []),
        column('Due', 16),
        column('State', 18),
      ],
      meetingActions.map((line) => [
        text(decisionWords(line)),
        ...(scope.namesPeople ? [text(line.ownerName ?? 'nobody named')] : []),
        date(line.due, 'no date'),
        text(stateWords(line, positionOn)),
      ]),
    ),
  ];
}

function decisionWords({ text: words, actionCode }: DecisionLine): string {
  return actionCode === null ? oneLine(words) : `${actionCode}: ${oneLine(words)}`;
}

function stateWords({ closedOn, due }: DecisionLine, positionOn: string): string {
  if (closedOn !== null) return `Done ${dayInWords(closedOn)}`;
  return due !== null && due < positionOn ? 'Overdue' : 'Open';
}
