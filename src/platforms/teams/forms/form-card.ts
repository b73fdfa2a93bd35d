import { ratingLooks } from '../../../plan/rating.ts';
import type { FieldProblem, Form, FormGroup } from '../../../messages/forms/form.ts';
import { card, type ActionSet, type Card, type CardElement } from '../cards/card.ts';
import { mostBytes, roomForEnvelope, weight } from '../cards/card-limits.ts';
import { headings, inPieces, paragraph, run, runs } from '../cards/card-text.ts';
import { execute } from '../cards/buttons.ts';
import { fieldElements, fieldNames } from './form-fields.ts';
import { marked } from '../cards/press-data.ts';

export interface FormOptions {
  readonly partnershipId: string;
  /** In a dialog the form has a window of its own; else it takes the place of the card whose button was pressed. */
  readonly inDialog: boolean;
}

/** One page of a form, as a card. `rest` are the codes of the groups that come on the next pages. */
export interface FormPage {
  readonly card: Card;
  readonly rest: readonly string[];
}

/**
 * The first page of a form, with the problems at their fields. A form that is longer than a card goes on page by page: each
 * page is saved as it is sent, as every group stands for itself. Null when not even one group fits into a card.
 */
export function formPage(
  form: Form,
  problems: readonly FieldProblem[],
  options: FormOptions,
): FormPage | null {
  const common = form.groups.filter(({ code }) => code === '');
  const coded = form.groups.filter(({ code }) => code !== '');
  const after = (taken: readonly FormGroup[]) => coded.slice(taken.length).map(({ code }) => code);
  const taken: FormGroup[] = [];
  for (const group of coded) {
    const more = [...taken, group];
    const page = pageOf(form, [...more, ...common], after(more), problems, options);
    if (taken.length > 0 && !isSmall(page)) break;
    taken.push(group);
  }
  const rest = after(taken);
  const full = pageOf(form, [...taken, ...common], rest, problems, options);
  if (isSmall(full)) return { card: full, rest };
  const bare = [...taken, ...common].map(withoutReminders);
  const short = pageOf(form, bare, rest, problems, options);
  return isSmall(short) ? { card: short, rest } : null;
}

function isSmall(page: Card): boolean {
  return weight(page).bytes <= mostBytes - roomForEnvelope;
}

function withoutReminders(group: FormGroup): FormGroup {
  return { ...group, reminders: ['What was said last month is in the message from which you opened this.'] };
}

function pageOf(
  form: Form,
  groups: readonly FormGroup[],
  rest: readonly string[],
  problems: readonly FieldProblem[],
  options: FormOptions,
): Card {
  const codes = new Set(groups.map(({ code }) => code));
  const body: CardElement[] = [
    ...headings(form.title, 'Large'),
    ...inPieces(form.intro).flatMap((piece) => paragraph(runs(piece))),
    ...problemElements(problems.filter(({ field }) => !isShownAtField(field, groups))),
    ...groups.flatMap((group) => groupElements(group, problems)),
    ...(rest.length === 0 ? [] : paragraph([run(`Then come ${rest.join(', ')}.`, { quiet: true })])),
    buttons(form, groups, rest, carriedBy(form, codes), options),
  ];
  return card(body, `${form.title}: open this in Teams to fill it in.`);
}

/** The ids that belong to these groups, and those that belong to the whole form. */
function carriedBy(form: Form, codes: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form.carries).filter(([name]) => {
      const dot = name.indexOf('.');
      return dot < 0 || codes.has(name.slice(0, dot));
    }),
  );
}

function isShownAtField(field: string, groups: readonly FormGroup[]): boolean {
  return groups.some(({ fields }) => fields.some(({ name }) => name === field));
}

function groupElements(group: FormGroup, problems: readonly FieldProblem[]): readonly CardElement[] {
  const { previous } = group;
  const before =
    previous === null
      ? []
      : paragraph([
          run('Last month: '),
          run(`${ratingLooks[previous].letter} ${ratingLooks[previous].word}`, { strong: true }),
        ]);
  return [
    { type: 'Container', separator: true, spacing: 'Large', items: headings(group.title, 'Medium') },
    ...before,
    ...group.reminders.flatMap((reminder) =>
      inPieces(reminder).flatMap((piece) => paragraph(runs(piece, { quiet: true }), { spacing: 'Small' })),
    ),
    ...group.fields.flatMap((field) => [
      ...problemElements(problems.filter((problem) => problem.field === field.name)),
      ...fieldElements(field),
    ]),
  ];
}

/** What is wrong stands right above its field, in a frame and with a word for it. */
function problemElements(problems: readonly FieldProblem[]): readonly CardElement[] {
  return problems.map(({ words }) => ({
    type: 'Container',
    style: 'attention',
    items: paragraph([run('Please check: ', { strong: true }), run(words)]),
  }));
}

function buttons(
  form: Form,
  groups: readonly FormGroup[],
  rest: readonly string[],
  carries: Record<string, string>,
  options: FormOptions,
): ActionSet {
  const fields = groups.flatMap((group) => group.fields.flatMap(fieldNames));
  const data = marked({
    do: 'form',
    p: options.partnershipId,
    form: { kind: form.kind, carries, fields, rest },
  });
  const look = {
    title: rest.length === 0 ? form.submitLabel : `${form.submitLabel} and go on`,
    style: 'positive' as const,
    associatedInputs: 'auto' as const,
  };
  const month = form.carries['month'];
  const back =
    options.inDialog || month === undefined
      ? []
      : [
          execute(
            'look',
            { title: 'Back', associatedInputs: 'none' },
            marked({ do: 'look', p: options.partnershipId, month, part: 'with_buttons' }),
          ),
        ];
  return {
    type: 'ActionSet',
    spacing: 'Large',
    actions: [
      options.inDialog ? { type: 'Action.Submit', ...look, data } : execute('form', look, data),
      ...back,
    ],
  };
}
