import { dayInWords } from '../../kit/local-date.ts';
import { directionLooks } from '../../plan/direction.ts';
import { measuresOf } from '../../plan/draw-picture.ts';
import { orderMeasures } from '../../plan/measure-counts.ts';
import { periodInWords } from '../../plan/period-words.ts';
import type { ActionPicture } from '../../plan/plan-picture.ts';
import { ratingLooks } from '../../plan/rating.ts';
import { orderActionLines } from '../../plan/status-order.ts';
import { askInWords } from '../../plan/update-words.ts';
import type { Block } from '../document.ts';
import { oneLine, ownerWords, pathWords, type DigestScope } from './digest-scope.ts';
import { column, date, heading, list, paragraph, rated, table, text } from './make-blocks.ts';
import { sectionHeadings } from './section-headings.ts';

/** So many of an action's measures answer for it in its card; the rest stand in the tables of measures. */
const measuresInCard = 3;

/** True for what the board looks at one by one: red, on hold, amber twice running, or moderated to red. */
export function isException({ shown, monthsRunning, moderation }: ActionPicture): boolean {
  return (
    shown === 'red' ||
    shown === 'on_hold' ||
    (shown === 'amber' && monthsRunning > 1) ||
    moderation?.rating === 'red'
  );
}

/** Each exception as a card: why, what gets it back and by when, what is asked, and the measures that answer for it. */
export function exceptions(scope: DigestScope): readonly Block[] {
  const cards = orderActionLines(scope.actions.filter(isException));
  const atRisk = scope.actions.filter((action) => action.shown === 'amber' && !isException(action));
  return [
    heading(sectionHeadings.exceptions),
    ...(cards.length === 0
      ? [paragraph('No action is red, on hold, or amber for a second month.')]
      : [
          paragraph('Red, on hold, or amber for a second month or longer.'),
          ...cards.map((action) => card(action, scope)),
        ]),
    ...(atRisk.length === 0 ? [] : [heading('Amber for the first month', 2), ...atRiskTable(atRisk, scope)]),
    ...moderatedOnly(scope),
  ];
}

function card(action: ActionPicture, scope: DigestScope): Block {
  const { content, moderation, correction } = action;
  const said = content
    ? [
        labelled('Why', oneLine(content.done)),
        labelled('Next', oneLine(content.next)),
        labelled(
          'Path to green',
          content.pathToGreen ? oneLine(pathWords(content.pathToGreen, scope)) : 'none was given',
        ),
        labelled('Ask', content.ask ? oneLine(askInWords(content.ask)) : ''),
      ]
    : [];
  const lines = [
    `${ownerWords(action.owner, scope)} · ${sinceWords(action)}`,
    ...said,
    labelled('Measures', measureWords(action, scope)),
    labelled(
      'Moderated',
      moderation ? `${ratingLooks[moderation.rating].word}. ${oneLine(moderation.reason)}` : '',
    ),
    labelled('Corrected', correction ? `${dayInWords(correction.on)}. ${oneLine(correction.reason)}` : ''),
    labelled('Answers', findingWords(action, scope)),
  ];
  return {
    kind: 'callout',
    title: `${action.code} ${action.action.shortTitle}`,
    text: lines.filter((line) => line !== '').join('\n'),
    rating: action.shown,
  };
}

function labelled(label: string, words: string): string {
  return words === '' ? '' : `${label}: ${words}`;
}

/** `last month amber · red for the first month`. */
function sinceWords({ before, shown, monthsRunning, history }: ActionPicture): string {
  const word = ratingLooks[shown].word.toLowerCase();
  const atLeast = monthsRunning === history.length && history.length > 1 ? 'at least ' : '';
  const running =
    monthsRunning > 1 ? `${word} for ${atLeast}${monthsRunning} months` : `${word} for the first month`;
  return before === null ? running : `last month ${ratingLooks[before].word.toLowerCase()} · ${running}`;
}

/** What the figures say beside the words: the ones that are off target or moved first. */
function measureWords({ action }: ActionPicture, { picture }: DigestScope): string {
  const known = orderMeasures(measuresOf(action, picture.measures)).filter(({ latest }) => latest !== null);
  if (known.length === 0)
    return action.measureCodes.length === 0
      ? 'the plan has none for this action'
      : 'no figure has been given yet';
  return known
    .slice(0, measuresInCard)
    .map(({ measure, latest, judgement, direction }) => {
      const way = direction.shortTerm.direction;
      const rating =
        judgement.rating === 'not_rated' ? '' : `, ${ratingLooks[judgement.rating].word.toLowerCase()}`;
      const moved = way === null || way === 'new' ? '' : `, ${directionLooks[way].word.toLowerCase()}`;
      return `${measure.code} ${measure.label} ${latest?.text ?? ''} (${latest ? periodInWords(latest.period) : ''}${rating}${moved})`;
    })
    .join('; ');
}

function findingWords({ action }: ActionPicture, { picture }: DigestScope): string {
  return picture.plan.findings
    .filter(({ code }) => action.findingCodes.includes(code))
    .map(({ body, code, on }) => `the finding ${code} of ${body}${on === null ? '' : `, ${dayInWords(on)}`}`)
    .join('; ');
}

function atRiskTable(actions: readonly ActionPicture[], scope: DigestScope): readonly Block[] {
  return table(
    'Amber for the first month: what is being done',
    [
      column('Ref', 8),
      column('Action and owner', 28),
      column('Last month', 12),
      column('What is said', 36),
      column('Back on track', 16),
    ],
    actions.map((action) => [
      text(action.code),
      text(`${action.action.shortTitle}. ${ownerWords(action.owner, scope)}`),
      action.before === null ? text('new') : rated(action.before),
      text(oneLine(action.content?.done ?? '')),
      date(action.content?.pathToGreen?.by ?? null, 'no date given'),
    ]),
  );
}

/** Moderations that no card tells of. */
function moderatedOnly({ actions }: DigestScope): readonly Block[] {
  const items = actions
    .filter((action) => action.moderation !== null && !isException(action))
    .map(({ code, action, shown, moderation }) => {
      const owner = ratingLooks[shown].word.toLowerCase();
      const other = moderation ? ratingLooks[moderation.rating].word.toLowerCase() : '';
      return `${code} ${action.shortTitle}: the owner says ${owner}, moderated to ${other}. ${oneLine(moderation?.reason ?? '')}`;
    });
  return items.length === 0 ? [] : [heading('Moderated beside the owner’s rating', 2), ...list(items)];
}
