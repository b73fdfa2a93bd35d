import { figureInWords, numberInWords } from '../plan/figure-words.ts';
import { periodName } from '../plan/period-phrase.ts';
import type { ReadMeasure } from './asked-measure.ts';
import type { QuestionOption, ReadFigure, ReplyQuestion } from './reply-reading.ts';

/** Why a figure is asked about before it is recorded. */
export type FigureDoubtReason =
  | 'several'
  | 'unsure'
  | 'period'
  | 'which'
  | 'which_none'
  | 'other'
  | 'not_asked'
  | 'scale'
  | 'jump'
  | 'impossible'
  | 'range'
  | 'bound'
  | 'spelt'
  | 'sign'
  | 'date'
  | 'unit'
  | 'fraction'
  | 'sum';

export interface FigureDoubt {
  readonly why: FigureDoubtReason;
  readonly codes: readonly string[];
  /** What could be meant; each option alone, but for `sum`, where all of one list belong together. */
  readonly options: readonly ReadFigure[];
  /** What the number is said of, or other words the question needs. */
  readonly words: string;
  /** Whole alternatives, where one option is more than one figure. */
  readonly sets?: readonly (readonly ReadFigure[])[];
}

export function figureQuestion(
  why: FigureDoubtReason,
  measure: ReadMeasure,
  options: readonly ReadFigure[],
  words = '',
): FigureDoubt {
  return { why, codes: [measure.code], options, words };
}

/** The question as it is put to the writer. */
export function askAboutFigure(doubt: FigureDoubt, measures: readonly ReadMeasure[]): ReplyQuestion {
  const code = doubt.codes.length === 1 ? (doubt.codes[0] ?? null) : null;
  const measure = measures.find((one) => one.code === code);
  const name = measure === undefined ? (code ?? 'the figure') : `${measure.code} (${measure.label})`;
  const sets = doubt.sets ?? doubt.options.map((option) => [option]);
  const options: QuestionOption[] = sets.map((figures) => ({
    label: figures.map((figure) => optionLabel(figure, measures, doubt)).join(', '),
    apply: { updates: [], measures: figures, delegate: null },
  }));
  return { about: code, text: questionText(doubt, name), options };
}

function optionLabel(figure: ReadFigure, measures: readonly ReadMeasure[], doubt: FigureDoubt): string {
  const words = figureWords(figure, measures);
  const withCode = doubt.codes.length > 1 ? `${figure.code}: ${words}` : words;
  return doubt.why === 'period' || doubt.why === 'several'
    ? `${withCode}${figure.period === null ? '' : `, ${periodName(figure.period)}`}`
    : withCode;
}

function figureWords(figure: ReadFigure, measures: readonly ReadMeasure[]): string {
  if (figure.suppressed) return 'fewer than 5';
  if (figure.value === null) return 'no figure';
  const unit = measures.find(({ code }) => code === figure.code)?.unit ?? null;
  return unit === null ? numberInWords(figure.value) : figureInWords(figure.value, unit);
}

function questionText(doubt: FigureDoubt, name: string): string {
  switch (doubt.why) {
    case 'several':
      return `I read more than one figure for ${name}. Which should I record?`;
    case 'unsure':
      return `You did not sound certain. Is this the figure for ${name}?`;
    case 'period':
      return `Which period is the figure for ${name} about?`;
    case 'which':
      return 'Which measure is this figure for?';
    case 'which_none':
      return `Is there no figure yet for ${name}?`;
    case 'other':
      return `You wrote it about “${doubt.words}”. Is it the figure for ${name === 'the figure' ? 'one of these' : name}?`;
    case 'not_asked':
      return `You named ${doubt.words}, which I did not ask you about, so I recorded nothing for it. Which measure did you mean?`;
    case 'sum':
      return `${doubt.words} Which of them is right?`;
    default:
      return `${oddText(doubt)} Which figure should I record for ${name}?`;
  }
}

function oddText(doubt: FigureDoubt): string {
  switch (doubt.why) {
    case 'scale':
      return 'A percentage below 1 may be a fraction.';
    case 'jump':
      return `That is ${doubt.words} the figure before.`;
    case 'impossible':
      return doubt.words;
    case 'range':
      return 'You gave a range, and I need one figure.';
    case 'bound':
      return 'You gave a limit, and I need the figure itself.';
    case 'spelt':
      return 'I am not sure how to read the comma.';
    case 'sign':
      return 'I am not sure whether the dash is a minus.';
    case 'date':
      return 'That may be a date or a fraction.';
    case 'fraction':
      return doubt.words;
    default:
      return 'The unit does not fit.';
  }
}
