import type { LocalDate } from '../../kit/local-date.ts';
import { periodInWords } from '../../plan/period-words.ts';
import { planMeasure } from '../../plan/plan-lookup.ts';
import { checkValue, completeValue } from '../../plan/value-rules.ts';
import { figureStateInWords } from '../../plan/value-words.ts';
import type { ReadFigure, ReplyQuestion } from '../../replies/reply-reading.ts';
import { figureBefore } from '../figure-before.ts';
import type { ValueAnswer } from '../record-update.ts';
import type { OwnPrompt } from './open-forms.ts';
import { ownPeriod } from './own-period.ts';
import { figureAnswer } from './reading-answers.ts';

/** Figures that can be recorded as they were understood, and one question about each of the others. */
export interface SortedFigures {
  readonly certain: readonly ReadFigure[];
  readonly questions: readonly ReplyQuestion[];
}

/** Looks at each figure of a reading with the rules of its measure: an odd one is asked about, never refused without a way on. */
export function sortFigures(figures: readonly ReadFigure[], own: OwnPrompt, today: LocalDate): SortedFigures {
  const sorted = figures.map((figure) => ({ figure, question: questionAbout(figure, own, today) }));
  return {
    certain: sorted.flatMap(({ figure, question }) => (question ? [] : [figure])),
    questions: sorted.flatMap(({ question }) => question ?? []),
  };
}

function questionAbout(figure: ReadFigure, own: OwnPrompt, today: LocalDate): ReplyQuestion | null {
  const measure = planMeasure(own.facts.context.plan, figure.code);
  const [answer] = figureAnswer(figure, own, false);
  if (!measure || !answer) return null;
  const words = figureStateInWords(measure, completeValue(measure, answer.content));
  const asked = own.prompt.items.find(({ kind, code }) => kind === 'measure' && code === figure.code);
  if (figure.period && asked?.kind === 'measure' && ownPeriod(figure.period, asked.period) === null) {
    const text = `${figure.code} is asked for ${periodInWords(asked.period)}, and you gave a figure for ${periodInWords(figure.period)}. Is ${words} the figure for ${periodInWords(asked.period)}?`;
    return yesOrNo(figure.code, text, { ...figure, period: null });
  }
  const { problems, doubts } = checkValue(
    measure,
    answer.period,
    answer.content,
    figureBefore(own.facts.values, figure.code, answer.period),
    today,
  );
  const [doubt] = doubts;
  if (problems.length > 0 || !doubt) return null;
  const question = yesOrNo(figure.code, `${figure.code}: ${doubt.words}`, figure);
  if (doubt.instead === null) return question;
  const instead: ValueAnswer['content'] = { ...answer.content, value: doubt.instead };
  const option = {
    label: `No, ${figureStateInWords(measure, instead)}`,
    apply: { updates: [], measures: [{ ...figure, value: doubt.instead }], delegate: null },
  };
  const [yes, no] = question.options;
  return { ...question, options: [...(yes ? [yes] : []), option, ...(no ? [no] : [])] };
}

function yesOrNo(code: string, text: string, figure: ReadFigure): ReplyQuestion {
  return {
    about: code,
    text,
    options: [
      { label: 'Yes, record it', apply: { updates: [], measures: [figure], delegate: null } },
      { label: 'No, leave it out', apply: { updates: [], measures: [], delegate: null } },
    ],
  };
}
