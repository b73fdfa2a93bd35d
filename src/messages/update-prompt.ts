import { ratingLooks, type ShownRating } from '../plan/rating.ts';
import type { Button, Message, MessagePart, RatingRow } from './message.ts';

/** What one person is asked in a month and what has come back so far. The prompt and the receipt are the same message. */
export interface PromptView {
  readonly firstName: string;
  readonly partnership: string;
  readonly month: string;
  /** `November 2026`. */
  readonly monthWords: string;
  /** `Friday 13 November at 17:00`. */
  readonly closesWords: string;
  readonly state: 'open' | 'closed' | 'moved';
  readonly movedTo: string | null;
  readonly actions: readonly PromptedAction[];
  readonly measures: readonly PromptedMeasure[];
  /** The actions and measures of the last recording, for Undo; empty when there is nothing to take back. */
  readonly undoable: readonly string[];
  /** True when the month was opened after its day, for example because the machine was off. */
  readonly late: boolean;
}

export interface PromptedAction {
  readonly code: string;
  readonly title: string;
  readonly as: 'owner' | 'deputy' | 'cover';
  readonly onBehalfOf: string | null;
  readonly previous: ShownRating | null;
  /** Last month's path to green, quoted back: "recruit two EPs (Priya Nair, by 30 November)". */
  readonly promised: string | null;
  readonly answer: PromptAnswer | null;
  readonly needsPath: boolean;
}

export interface PromptAnswer {
  readonly rating: ShownRating;
  readonly byName: string;
  /** `3 November at 09:12`. */
  readonly atWords: string;
  readonly words: string;
  readonly askWords: string | null;
  readonly pathWords: string | null;
}

export interface PromptedMeasure {
  readonly code: string;
  readonly label: string;
  readonly periodWords: string;
  readonly lastWords: string | null;
  readonly answerWords: string | null;
}

/** The monthly prompt, or its receipt once answers have come in: always the whole truth of where this person stands. */
export function updatePrompt(view: PromptView): Message {
  const open = [
    ...view.actions.filter((action) => action.answer === null),
    ...view.measures.filter((measure) => measure.answerWords === null),
  ];
  const answered = view.actions.length + view.measures.length - open.length;
  return {
    summary: summaryOf(view, open.length, answered),
    parts: [
      { kind: 'heading', text: headingOf(view, open.length, answered) },
      { kind: 'text', text: introOf(view, open.length, answered), tone: 'normal' },
      ...actionParts(view),
      ...measureParts(view),
      ...pathParts(view),
      ...buttonParts(view, open.length, answered),
    ],
  };
}

function headingOf(view: PromptView, open: number, answered: number): string {
  if (view.state === 'closed') return `${view.monthWords} is closed`;
  if (view.state === 'moved') return `${view.monthWords}: passed on`;
  if (answered === 0) return `Your update for ${view.monthWords}`;
  return open === 0
    ? `Thank you: ${view.monthWords} is recorded`
    : `${view.monthWords}: ${answered} recorded, ${open} to go`;
}

function summaryOf(view: PromptView, open: number, answered: number): string {
  if (view.state !== 'open') return `${headingOf(view, open, answered)}.`;
  if (open === 0) return `${view.partnership}: your ${view.monthWords} update is recorded. Thank you.`;
  return `${view.partnership}: ${open} ${open === 1 ? 'answer' : 'answers'} for ${view.monthWords}, by ${view.closesWords}.`;
}

function introOf(view: PromptView, open: number, answered: number): string {
  if (view.state === 'moved')
    return `This is with ${view.movedTo ?? 'somebody else'} now. Nothing is needed from you.`;
  if (view.state === 'closed') {
    return open === 0
      ? 'You may still correct what you sent: give a reason, and the board sees that it was corrected.'
      : 'What had no answer is shown to the board as "no update". You may still send it as a correction, with a reason.';
  }
  if (open === 0) return `You may change it until ${view.closesWords}.`;
  const late = view.late ? ' This comes later than usual; the closing day stays the same.' : '';
  const hello = answered === 0 ? `Hello ${view.firstName}, ${view.partnership} asks.${late} ` : '';
  return `${hello}${questionOf(view)} Open until ${view.closesWords}.`;
}

/** What to do, with an example that fits what is still open. */
function questionOf(view: PromptView): string {
  const open = view.actions.find((action) => action.answer === null);
  if (open) {
    const example =
      view.actions.length > 1
        ? `${open.code} amber, waiting on recruitment`
        : 'Amber, waiting on recruitment';
    return `How is it going? Press Update, or just write here, for example "${example}".`;
  }
  const code = view.measures.find((measure) => measure.answerWords === null)?.code ?? '';
  return `What is the figure? Press Update, or just write here, for example "${code} 41".`;
}

function actionParts(view: PromptView): readonly MessagePart[] {
  if (view.actions.length === 0) return [];
  const unanswered = view.state === 'closed' ? 'no_update' : 'awaited';
  return [{ kind: 'ratings', rows: view.actions.map((action) => actionRow(action, unanswered)) }];
}

function actionRow(action: PromptedAction, unanswered: 'awaited' | 'no_update'): RatingRow {
  const lines: string[] = [];
  if (action.onBehalfOf !== null) lines.push(`For ${action.onBehalfOf}, as ${action.as}.`);
  if (action.answer) {
    const from = action.previous ? ` (last month ${ratingLooks[action.previous].word.toLowerCase()})` : '';
    lines.push(`${action.answer.byName}, ${action.answer.atWords}${from}.`);
    if (action.answer.words !== '') lines.push(action.answer.words);
    if (action.answer.pathWords) lines.push(`Path to green: ${action.answer.pathWords}`);
    if (action.answer.askWords) lines.push(`Ask of the board: ${action.answer.askWords}`);
  } else {
    if (action.previous) lines.push(`Last month: ${ratingLooks[action.previous].word.toLowerCase()}.`);
    if (action.promised) lines.push(`Last month's path to green: ${action.promised}. What came of it?`);
  }
  return {
    code: action.code,
    title: action.title,
    rating: action.answer?.rating ?? unanswered,
    direction: null,
    lines,
  };
}

function measureParts(view: PromptView): readonly MessagePart[] {
  if (view.measures.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Figures that are due',
      columns: ['Measure', 'Period', 'Last figure', 'This figure'],
      rows: view.measures.map((measure) => [
        `${measure.code} ${measure.label}`,
        measure.periodWords,
        measure.lastWords ?? 'none yet',
        measure.answerWords ?? (view.state === 'closed' ? 'not given' : 'not yet given'),
      ]),
    },
  ];
}

function pathParts(view: PromptView): readonly MessagePart[] {
  const missing = view.actions.filter((action) => action.needsPath);
  if (missing.length === 0) return [];
  const codes = missing.map((action) => action.code).join(', ');
  return [
    {
      kind: 'text',
      text: `${codes}: please add a path to green (what, who, by when) with ${view.state === 'closed' ? 'Correct' : 'Edit'}.`,
      tone: 'notice',
    },
  ];
}

function buttonParts(view: PromptView, open: number, answered: number): readonly MessagePart[] {
  const { month } = view;
  if (view.state === 'moved') return [];
  const edit: Button = {
    label: view.state === 'closed' ? 'Correct' : 'Edit',
    press: { verb: 'edit', month },
    style: 'normal',
  };
  if (view.state === 'closed') return [{ kind: 'buttons', buttons: [edit] }];
  const undo: readonly Button[] =
    view.undoable.length > 0
      ? [{ label: 'Undo', press: { verb: 'undo', month, codes: view.undoable }, style: 'normal' }]
      : [];
  if (open === 0) return [{ kind: 'buttons', buttons: [edit, ...undo] }];
  return [
    {
      kind: 'buttons',
      buttons: [
        {
          label: answered === 0 ? 'Update' : 'Update the rest',
          press: { verb: 'update', month },
          style: 'main',
        },
        ...(view.actions.some(
          (action) => action.answer === null && action.previous !== null && action.previous !== 'no_update',
        )
          ? [{ label: 'No change', press: { verb: 'no_change', month }, style: 'normal' } as const]
          : []),
        ...undo,
        { label: 'Not me', press: { verb: 'not_me', month }, style: 'normal' },
        { label: 'Later', press: { verb: 'later', month }, style: 'normal' },
      ],
    },
  ];
}
