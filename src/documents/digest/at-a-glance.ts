import { ratingHistoryFigure } from '../../messages/rating-figure.ts';
import { monthInWords, monthName } from '../../plan/month.ts';
import type { CountedAction } from '../../plan/plan-picture.ts';
import type { ShownRating } from '../../plan/rating.ts';
import { countRatings } from '../../plan/status-order.ts';
import type { Block } from '../document.ts';
import type { DigestScope } from './digest-scope.ts';
import { column, count, heading, list, paragraph, rated, table, text } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

/** State, movers and what is missing in three sentences; the counts beside last month's; twelve months as a picture. */
export function atAGlance(scope: DigestScope): readonly Block[] {
  const { picture, counted, countedOnly } = scope;
  const figure = ratingHistoryFigure(counted, picture.months, glanceTitle(scope));
  return [
    heading(sectionHeadings.glance),
    ...list([stateSentence(scope), moverSentence(scope), missingSentence(scope)]),
    ...(countedOnly.length === 0 ? [] : [paragraph(countedOnlySentence(countedOnly.length))]),
    ...countsTable(scope),
    ...(figure === null
      ? []
      : [
          {
            kind: 'figure' as const,
            figure,
            caption: `Ratings by month; each column adds up to the actions of that month.`,
          },
        ]),
  ];
}

/** The point of the picture, and of the whole paper. */
export function glanceTitle({ counted }: DigestScope): string {
  const missing = withRating(counted, 'no_update').length;
  const onTrack = `${onTrackOf(counted)} of ${counted.length} actions are on track`;
  return missing === 0 ? onTrack : `${onTrack}; ${missing} ${missing === 1 ? 'has' : 'have'} no update`;
}

function stateSentence({ picture, counted, actions }: DigestScope): string {
  const now = onTrackOf(counted);
  const before = counted.filter((each) => each.before === 'green' || each.before === 'complete').length;
  const last = lastMonth(picture.months);
  const against = last === null ? '' : `, ${differenceWords(now - before)} in ${last}`;
  const red = withRating(counted, 'red').length;
  const off =
    red === 0
      ? 'None is off track.'
      : `${red} ${red === 1 ? 'is' : 'are'} off track${refs(actions, ({ shown }) => shown === 'red')}.`;
  return `${now} of ${counted.length} ${counted.length === 1 ? 'action is' : 'actions are'} on track${against}. ${off}`;
}

function moverSentence({ counted, actions, picture }: DigestScope): string {
  if (picture.months.length < 2) return 'This is the first month, so there is nothing to compare with.';
  const moved = (way: 'better' | 'worse') => {
    const isSo = (each: CountedAction) => each.direction === way;
    const many = counted.filter(isSo).length;
    return many === 0 ? null : `${many} got ${way}${refs(actions, isSo)}`;
  };
  const [better, worse] = [moved('better'), moved('worse')];
  if (better === null && worse === null) return 'No action got better or worse.';
  return `${[better, worse].filter((words) => words !== null).join(' and ')}.`;
}

function missingSentence({ counted, actions, picture }: DigestScope): string {
  const isMissing = ({ shown }: CountedAction) => shown === 'no_update';
  const missing = counted.filter(isMissing).length;
  if (missing === 0) return 'Every action has an update.';
  const before = counted.filter((each) => each.before === 'no_update').length;
  const last = lastMonth(picture.months);
  const against = last === null ? '' : `, ${differenceWords(missing - before)} in ${last}`;
  return `${missing} ${missing === 1 ? 'has' : 'have'} no update${against}${refs(actions, isMissing)}.`;
}

function countsTable({ picture, counted, actions }: DigestScope): readonly Block[] {
  const now = countRatings(counted);
  const before = countRatings(
    counted.flatMap((each) => (each.before === null ? [] : [{ shown: each.before }])),
  );
  const last = lastMonth(picture.months);
  const rows = ratingRows
    .filter((rating) => alwaysShown.has(rating) || now[rating] > 0 || before[rating] > 0)
    .map((rating) => [
      rated(rating),
      count(now[rating]),
      ...(last === null ? [] : [count(before[rating]), text(changeWords(now[rating] - before[rating]))]),
      text(codesOf(actions, ({ shown }) => shown === rating)),
    ]);
  const compared = [column('Last month', 12, 'end'), column('Change', 14)];
  return table(
    last === null ? 'Actions by rating' : `Actions by rating, compared with ${last}`,
    [
      column('Rating', 16),
      column('This month', 12, 'end'),
      ...(last === null ? [] : compared),
      column('Which actions', 46),
    ],
    rows,
  );
}

const ratingRows: readonly ShownRating[] = [
  'red',
  'amber',
  'on_hold',
  'green',
  'not_started',
  'complete',
  'no_update',
  'awaited',
];
const alwaysShown: ReadonlySet<ShownRating> = new Set(['red', 'amber', 'green', 'no_update']);

/** `2 more`, `1 fewer`, `no change`: never up or down, which would be read as better or worse. */
function changeWords(change: number): string {
  if (change === 0) return 'no change';
  return change > 0 ? `${change} more` : `${-change} fewer`;
}

function differenceWords(change: number): string {
  if (change === 0) return 'the same as';
  return `${changeWords(change)} than`;
}

function onTrackOf(counted: readonly CountedAction[]): number {
  return counted.filter(({ shown }) => shown === 'green' || shown === 'complete').length;
}

function withRating(counted: readonly CountedAction[], rating: ShownRating): readonly CountedAction[] {
  return counted.filter(({ shown }) => shown === rating);
}

function codesOf(actions: readonly CountedAction[], isSo: (action: CountedAction) => boolean): string {
  return actions
    .filter(isSo)
    .map(({ code }) => code)
    .join(', ');
}

function refs(actions: readonly CountedAction[], isSo: (action: CountedAction) => boolean): string {
  const codes = codesOf(actions, isSo);
  return codes === '' ? '' : ` (${codes})`;
}

function lastMonth(months: readonly string[]): string | null {
  const month = months.at(-2);
  if (month === undefined) return null;
  return months.at(-1)?.slice(0, 4) === month.slice(0, 4) ? monthName(month) : monthInWords(month);
}

function countedOnlySentence(many: number): string {
  return many === 1
    ? '1 action is marked OFFICIAL-SENSITIVE: it is counted here and shown nowhere in this paper.'
    : `${many} actions are marked OFFICIAL-SENSITIVE: they are counted here and shown nowhere in this paper.`;
}
