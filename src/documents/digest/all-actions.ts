import { ratingOrder } from '../../plan/chart-table.ts';
import { monthInWords, shortMonth } from '../../plan/month.ts';
import type { ActionPicture } from '../../plan/plan-picture.ts';
import { ratingLooks } from '../../plan/rating.ts';
import type { Theme } from '../../plan/plan.ts';
import type { Block, Cell } from '../document.ts';
import { ownerWords, type DigestScope } from './digest-scope.ts';
import { column, heading, paragraph, rated, table, text } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

/** Every action with a letter for each month, one real table a theme. */
export function allActions(scope: DigestScope): readonly Block[] {
  const { actions, themes } = scope;
  return [
    heading(sectionHeadings.actions),
    paragraph(letterKey(actions)),
    ...themes.flatMap((theme) => {
      const own = actions.filter(({ action }) => action.themeCode === theme.code);
      return own.length === 0 ? [] : [heading(theme.label, 2), ...themeTable(theme, own, scope)];
    }),
  ];
}

function themeTable(theme: Theme, actions: readonly ActionPicture[], scope: DigestScope): readonly Block[] {
  const { months } = scope.picture;
  const span = [months[0], months.at(-1)].filter((month) => month !== undefined).map(monthInWords);
  return table(
    `${theme.label}: rating each month, ${[...new Set(span)].join(' to ')}`,
    [
      column('Ref', 7),
      column('Action and owner', 36),
      ...months.map((month) => column(shortMonth(month), 4, 'centre')),
      column('Change', 11),
    ],
    actions.map((action) => [
      text(action.code),
      text(`${action.action.shortTitle}. ${ownerWords(action.owner, scope)}${besides(action)}`),
      ...action.history.map(({ rating }) => rated(rating, 'letter')),
      changeCell(action),
    ]),
  );
}

function besides({ moderation, correction }: ActionPicture): string {
  const said = [
    moderation ? `Moderated to ${ratingLooks[moderation.rating].word.toLowerCase()}.` : '',
    correction ? 'Corrected.' : '',
  ].filter((words) => words !== '');
  return said.length === 0 ? '' : `. ${said.join(' ')}`;
}

function changeCell({ direction, shown }: ActionPicture): Cell {
  return direction === null ? text(ratingLooks[shown].word) : { kind: 'direction', direction };
}

/** What the letters mean: only those that stand in the tables. */
function letterKey(actions: readonly ActionPicture[]): string {
  const seen = new Set(actions.flatMap(({ history }) => history.map(({ rating }) => rating)));
  const key = ratingOrder
    .filter((rating) => seen.has(rating))
    .map((rating) => `${ratingLooks[rating].letter} ${ratingLooks[rating].word.toLowerCase()}`);
  return `${key.join(', ')}. Read across for the history of an action; change compares with the month before.`;
}
