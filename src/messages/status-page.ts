import { ratingLooks, type ShownRating } from '../plan/rating.ts';
import { countsInWords } from '../plan/status-order.ts';
import type { Button, Message, MessagePart, Words } from './message.ts';
import { measureParts, measuresPage } from './status-measures.ts';
import { fullRow, isQuiet, listRow, type StatusReader } from './status-rows.ts';
import type {
  StatusAction,
  StatusChoice,
  StatusGroup,
  StatusLine,
  StatusMeasures,
  StatusOption,
  StatusUnknown,
  StatusView,
} from './status-view.ts';

/** What a status request shows: one screen, line one says it all. */
export function statusPage(view: StatusView, reader: StatusReader = 'private'): Message {
  switch (view.kind) {
    case 'group':
      return reader === 'outside' ? countsPage(view) : groupPage(view, reader);
    case 'action':
      return reader === 'outside' ? outsidePage(view) : actionPage(view, reader);
    case 'measures':
      return reader === 'outside' ? outsidePage(view) : measuresPage(view, buttonsOf(view));
    case 'choice':
      return choicePage(view);
    case 'unknown':
      return unknownPage(view);
  }
}

/** More lines than these fit one screen only when the calmer ones are brief. */
const mostInDetail = 6;

function groupPage(view: StatusGroup, reader: StatusReader): Message {
  const lineOne = `${view.title}: ${countsInWords(view.counts)}`;
  const detail = view.lines.filter((line) => !isQuiet(line, 'full')).length > mostInDetail ? 'brief' : 'full';
  const loud = view.lines.filter((line) => !isQuiet(line, detail));
  return {
    summary: `${lineOne}.`,
    parts: [
      { kind: 'heading', text: lineOne },
      ...introOf(view),
      ...(loud.length === 0
        ? []
        : [{ kind: 'ratings' as const, rows: loud.map((line) => listRow(line, detail, reader)) }]),
      ...quietParts(view.lines.filter((line) => isQuiet(line, detail))),
      ...countedOnlyPart(view.countedOnly),
      ...measureParts(view.measures, view.sensitiveMeasures),
      { kind: 'text', text: view.freshness, tone: 'quiet' },
      ...(view.chart === null ? [] : [{ kind: 'figure' as const, figure: view.chart }]),
      buttonsOf(view),
    ],
  };
}

/** What people from outside the partnership may read: how many of what, and how old it is. */
function countsPage(view: StatusGroup): Message {
  const page = groupPage(view, 'outside');
  const kept = page.parts.filter(
    (part) =>
      part.kind === 'heading' ||
      part.kind === 'figure' ||
      (part.kind === 'text' && part.text === view.freshness),
  );
  return { summary: page.summary, parts: kept };
}

function outsidePage(view: StatusAction | StatusMeasures): Message {
  const words = `${view.title}: not shown here, because people from outside the partnership read this channel.`;
  return { summary: words, parts: [{ kind: 'text', text: words, tone: 'notice' }] };
}

function introOf({ about, statement, mapping, others }: StatusGroup): readonly MessagePart[] {
  const [other] = others;
  const words = [
    about === 'outcome' ? statement : '',
    mapping?.words ?? '',
    other
      ? `If you meant ${other.label.slice(0, 1).toLowerCase()}${other.label.slice(1)}: its button is below.`
      : '',
  ].filter((each) => each !== '');
  return words.length === 0 ? [] : [{ kind: 'text', text: words.join(' '), tone: 'quiet' }];
}

const quietOrder: readonly ShownRating[] = ['awaited', 'green', 'not_started', 'complete'];

/** Every code, one line for each rating, and one more for those that got there since last month. */
function quietParts(lines: readonly StatusLine[]): readonly MessagePart[] {
  const items = quietOrder.flatMap((rating) => {
    const these = lines.filter((line) => line.rating === rating);
    const better = these.filter(({ direction }) => direction === 'better');
    const fresh = these.filter(({ direction, before }) => direction === 'new' && before !== null);
    const same = these.filter((line) => !better.includes(line) && !fresh.includes(line));
    const { word } = ratingLooks[rating];
    return [
      ...quietItem(`${word}, better than last month`, better),
      ...quietItem(`${word}, nothing to compare with last month`, fresh),
      ...quietItem(rating === 'green' ? `${word}, no change` : word, same),
    ];
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function quietItem(label: string, lines: readonly StatusLine[]): readonly Words[] {
  if (lines.length === 0) return [];
  const titles = lines.map(({ code, title }) => `${code} ${title}`).join('; ');
  return [[{ strong: `${label} (${lines.length}): ` }, titles]];
}

function countedOnlyPart(count: number): readonly MessagePart[] {
  if (count === 0) return [];
  const words =
    count === 1
      ? '1 action is marked OFFICIAL-SENSITIVE: it is counted above and not shown.'
      : `${count} actions are marked OFFICIAL-SENSITIVE: they are counted above and not shown.`;
  return [{ kind: 'text', text: words, tone: 'quiet' }];
}

function actionPage(view: StatusAction, reader: StatusReader): Message {
  const lineOne = `${view.title}: ${ratingLooks[view.line.rating].word}`;
  const { owner } = view.line;
  return {
    summary: `${lineOne}.`,
    parts: [
      { kind: 'heading', text: lineOne },
      { kind: 'ratings', rows: [fullRow(view.line, reader)] },
      { kind: 'text', text: view.text, tone: 'quiet' },
      {
        kind: 'facts',
        facts: [
          { label: 'Owner', value: ownerWords(owner, reader) },
          { label: 'Theme', value: view.theme },
          {
            label: view.mapping.state === 'agreed' ? 'Outcomes' : 'Outcomes (proposed)',
            value: view.outcomes.join(', '),
          },
        ],
      },
      ...measureParts(view.measures, view.sensitiveMeasures),
      { kind: 'text', text: view.freshness, tone: 'quiet' },
      ...(view.chart === null ? [] : [{ kind: 'figure' as const, figure: view.chart }]),
      buttonsOf(view),
    ],
  };
}

function ownerWords(owner: StatusLine['owner'], reader: StatusReader): string {
  if (owner === null) return 'nobody yet';
  return reader === 'channel' ? owner.organisation : `${owner.name}, ${owner.organisation}`;
}

function choicePage(view: StatusChoice): Message {
  return {
    summary: view.said,
    parts: [
      { kind: 'heading', text: view.said },
      { kind: 'list', items: view.options.map(({ label, totals }) => [{ strong: label }, `: ${totals}`]) },
      { kind: 'buttons', buttons: view.options.map(showButton) },
    ],
  };
}

function unknownPage(view: StatusUnknown): Message {
  return {
    summary: view.said,
    parts: [
      { kind: 'text', text: view.said, tone: 'normal' },
      {
        kind: 'buttons',
        buttons: [
          ...view.suggestions.map((words) => showButton({ label: words, words })),
          { label: 'Help', press: { verb: 'help' }, style: 'normal' },
        ],
      },
    ],
  };
}

function buttonsOf({ words, others }: { words: string; others: readonly StatusOption[] }) {
  return {
    kind: 'buttons' as const,
    buttons: [
      ...others.map(showButton),
      { label: 'Share here', press: { verb: 'share', words }, style: 'normal' } satisfies Button,
    ],
  };
}

function showButton({ label, words }: StatusOption): Button {
  return { label, press: { verb: 'status', words }, style: 'normal' };
}
