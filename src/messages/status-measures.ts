import { directionLooks, type Direction } from '../plan/direction.ts';
import { ratingLooks } from '../plan/rating.ts';
import type { Message, MessagePart, Words } from './message.ts';
import type { StatusMeasure, StatusMeasures } from './status-view.ts';

/** So many measures stand in a table; more are told by their codes. */
const mostInTable = 6;

/** So many are named; more stand by their codes, each one `status` away. */
const mostByName = 5;

/** The measures of a group or an action: a short table of what has a figure, and what is due or missing by code. */
export function measureParts(measures: readonly StatusMeasure[], sensitive: number): readonly MessagePart[] {
  const inTable = measures
    .filter(({ latest, news }) => latest !== null && news !== 'due')
    .slice(0, mostInTable);
  const rest = measures.filter((measure) => !inTable.includes(measure));
  const due = rest.filter(({ news }) => news === 'due');
  const others = rest.filter(({ news }) => news !== 'due');
  const items: Words[] = [
    ...named(
      'Also',
      others.filter(({ latest }) => latest !== null),
    ),
    ...named('Due and not given', due),
    ...named(
      'No figure yet',
      others.filter(({ latest }) => latest === null),
    ),
    ...(sensitive === 0
      ? []
      : [`OFFICIAL-SENSITIVE: ${sensitive} ${sensitive === 1 ? 'measure is' : 'measures are'} not shown.`]),
  ];
  return [
    ...(inTable.length === 0 ? [] : [measureTable(inTable)]),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
  ];
}

function named(label: string, measures: readonly StatusMeasure[]): readonly Words[] {
  if (measures.length === 0) return [];
  return [
    [
      { strong: `${label} (${measures.length}): ` },
      measures.length > mostByName
        ? measures.map(({ code }) => code).join(', ')
        : measures.map(({ code, label }) => `${code} ${label}`).join('; '),
    ],
  ];
}

function measureTable(measures: readonly StatusMeasure[]): MessagePart {
  return {
    kind: 'table',
    caption: 'Measures',
    columns: ['Measure', 'Latest', 'Target', 'Rating', 'Change'],
    rows: measures.map((measure) => [
      `${measure.code} ${measure.label} (${measure.polarity})`,
      measure.latest ? `${measure.latest.text}, ${measure.latest.periodWords}` : 'no figure yet',
      measure.target ?? 'none set',
      ratingLooks[measure.rating].word,
      directionWords(measure.shortTerm.direction),
    ]),
  };
}

function directionWords(direction: Direction | null): string {
  if (direction === null) return 'no better or worse';
  const { word, arrow } = directionLooks[direction];
  return `${arrow} ${word}`;
}

/** One measure with everything there is to say of it, or all of an indicator's in a table. */
export function measuresPage(view: StatusMeasures, buttons: MessagePart): Message {
  const [only, second] = view.measures;
  const isOne = only !== undefined && second === undefined;
  const lineOne = isOne
    ? `${view.title}: ${only.latest ? `${only.latest.text} (${only.latest.periodWords})` : 'no figure yet'}`
    : `${view.title}: ${view.measures.length} measures`;
  return {
    summary: `${lineOne}.`,
    parts: [
      { kind: 'heading', text: lineOne },
      ...(view.title.includes(view.text)
        ? []
        : [{ kind: 'text' as const, text: view.text, tone: 'quiet' as const }]),
      ...(isOne ? [factsOf(only)] : measureParts(view.measures, view.sensitiveMeasures)),
      ...(view.actions.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: `Tells about ${view.actions.join('; ')}.`,
              tone: 'quiet' as const,
            },
          ]),
      ...(view.chart === null ? [] : [{ kind: 'figure' as const, figure: view.chart }]),
      buttons,
    ],
  };
}

function ratingWords({ rating, reason }: StatusMeasure): string {
  return rating === 'not_rated' ? reason : `${ratingLooks[rating].word}. ${reason}`;
}

function factsOf(measure: StatusMeasure): MessagePart {
  const { latest } = measure;
  return {
    kind: 'facts',
    facts: [
      {
        label: 'Latest',
        value: latest
          ? `${latest.text}, ${latest.periodWords}${latest.provisional ? ', provisional' : ''}`
          : 'no figure yet',
      },
      ...(measure.published === null ? [] : [{ label: 'Published', value: measure.published }]),
      { label: 'Target', value: measure.target ?? 'none set' },
      { label: 'Rating', value: ratingWords(measure) },
      ...(measure.comparisons.length === 0
        ? []
        : [{ label: 'Beside others', value: measure.comparisons.join(', ') }]),
      { label: 'Lately', value: measure.shortTerm.words },
      { label: 'Against last year', value: measure.yearOnYear.words },
      { label: 'Which way', value: measure.polarity },
      { label: 'How old', value: measure.freshness },
    ],
  };
}
