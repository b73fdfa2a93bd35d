import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form, FormField, Submission } from '../../src/messages/forms/form.ts';
import { fieldAction } from '../../src/platforms/slack/forms/form-fields.ts';
import { filled } from '../../src/platforms/slack/forms/filled-form.ts';
import { formCallback, formView } from '../../src/platforms/slack/forms/form-view.ts';
import { readAnswers, readMetadata } from '../../src/platforms/slack/forms/view-data.ts';
import { assertSlackView } from '../../src/platforms/slack/render/check-payload.ts';
import { readMark } from '../../src/platforms/teams/cards/press-data.ts';
import { cardSubmission } from '../../src/platforms/teams/forms/card-submission.ts';
import { formPage } from '../../src/platforms/teams/forms/form-card.ts';
import { readUpdateSubmission } from '../../src/use-cases/conversation/read-submission.ts';
import { expectGoodCard } from './teams/cards.ts';
import { everyForm, withoutPath } from './teams/sample-forms.ts';
import { buttonData } from './teams/teams-stage.ts';

/** What somebody answers in a form, field by field, as the command reads it. */
type Answers = Readonly<Record<string, string>>;

const words = fc.oneof(
  fc.constantFrom('', '61.2', '<5', '12 of 48', 'Panels "restart"; اُردُو বাংলা 👩‍🏫 {{DATE()}} <at>x</at>'),
  fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\p{L}\p{N} .,;:"'<>{}()-]/gu, '').trim()),
);

function answerTo(field: FormField): fc.Arbitrary<string> {
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'date':
      return fc.constantFrom('', '2026-11-30', '2027-01-04');
    case 'check':
      return fc.constantFrom('true', 'false');
    default:
      return words;
  }
}

function answersTo(form: Form): fc.Arbitrary<Answers> {
  const fields = form.groups.flatMap((group) => group.fields);
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, answerTo(field)])));
}

/** What Slack brings back when these answers are given in its modal. */
function throughSlack(form: Form, answers: Answers): Submission {
  const view = formView(form, { partnershipId: 'p1' });
  assertSlackView(view);
  expect(view.callback_id).toBe(formCallback);
  const values = Object.fromEntries(
    view.blocks.flatMap((block) =>
      block.type === 'input'
        ? [[block.block_id, { [fieldAction]: slackState(block.element.type, answers[block.block_id] ?? '') }]]
        : [],
    ),
  );
  const metadata = readMetadata(view.private_metadata);
  const read = readAnswers(values);
  if (metadata === null || read === null) throw new Error('Slack’s form did not come back.');
  return { kind: metadata.kind, carries: metadata.carries, answers: read };
}

function slackState(type: string, answer: string) {
  switch (type) {
    case 'plain_text_input':
      return { type, value: answer === '' ? null : answer };
    case 'datepicker':
      return { type, selected_date: answer === '' ? null : answer };
    case 'checkboxes':
      return { type, selected_options: answer === 'true' ? [{ value: '=true' }] : [] };
    default:
      return { type, selected_option: { value: `=${answer}` } };
  }
}

/** The modal as it stands once these answers are in it: a choice changes what it asks, as bcp does it when it is told of one. */
function askedIn(form: Form, answers: Answers): readonly string[] {
  const view = formView(filled(form, answers), { partnershipId: 'p1' });
  assertSlackView(view);
  return view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
}

/** What Teams brings back when these answers are given in its card; `style` is how this client sends what is empty and figures. */
function throughTeams(form: Form, answers: Answers, style: 'absent' | 'empty'): Submission {
  const page = formPage(form, [], { partnershipId: 'p1', inDialog: true });
  if (page === null) throw new Error('The form does not fit into a card.');
  expect(page.rest).toEqual([]);
  expectGoodCard(page.card);
  const data = buttonData(page.card, form.submitLabel);
  const typed = Object.fromEntries(
    inputsIn(page.card).flatMap((input): readonly [string, unknown][] => {
      const answer = answers[input.id.replace(/~\d+$/, '')] ?? '';
      if (input.type === 'Input.ChoiceSet') {
        const sent = answer === '' ? '~' : answer;
        return input.choices?.some(({ value }) => value === sent) === true ? [[input.id, sent]] : [];
      }
      if (answer === '') return style === 'absent' ? [] : [[input.id, '']];
      if (style === 'absent' && /^(?:0|[1-9]\d{0,8})$/.test(answer)) return [[input.id, Number(answer)]];
      return [[input.id, answer]];
    }),
  );
  const mark = readMark(JSON.parse(JSON.stringify(data)));
  if (mark?.do !== 'form') throw new Error('Teams’ form did not come back.');
  return cardSubmission(mark.form, typed);
}

interface Input {
  readonly type: string;
  readonly id: string;
  readonly choices?: readonly { readonly value: string }[];
}

function inputsIn(value: unknown): readonly Input[] {
  if (Array.isArray(value)) return value.flatMap(inputsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && String(value.type).startsWith('Input.') ? [value as Input] : [];
  return [...own, ...Object.values(value).flatMap(inputsIn)];
}

describe.each(everyForm)('%s', (_name, form) => {
  it.each(['absent', 'empty'] as const)(
    'gives the same command out of Slack and out of Teams (%s fields)',
    (style) => {
      fc.assert(
        fc.property(answersTo(form), (answers) => {
          const [slack, teams] = [throughSlack(form, answers), throughTeams(form, answers, style)];

          expect(teams).toEqual(slack);
          expect(readUpdateSubmission(teams, 'event').command).toEqual(
            readUpdateSubmission(slack, 'event').command,
          );
        }),
        { numRuns: 40 },
      );
    },
  );

  it('asks the same fields in the same order, each as needed as in the other', () => {
    const view = formView(form, { partnershipId: 'p1' });
    const slack = view.blocks.flatMap((block) =>
      block.type === 'input' ? [[block.block_id, !block.optional]] : [],
    );
    const page = formPage(form, [], { partnershipId: 'p1', inDialog: true });
    const teams = inputsIn(page?.card)
      .filter(({ id }) => !id.includes('~'))
      .map((input) => [input.id, 'isRequired' in input]);

    expect(teams).toEqual(slack);
  });
});

describe('the update form where no path to green stands', () => {
  const isPath = (name: string) => name.includes('.pathToGreen.');
  const needsOne = (answers: Answers, code: string) =>
    answers[`${code}.rating`] === 'red' || (code === 'IC5' && answers[`${code}.rating`] === 'amber');
  /** Somebody answers what is shown: a path only where it is asked for. */
  const answered = answersTo(withoutPath).map((answers) =>
    Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [
        name,
        isPath(name) && !needsOne(answers, name.slice(0, 3)) ? '' : answer,
      ]),
    ),
  );

  it('asks in Slack what Teams asks, without the paths that no rating calls for, and leads to the same command', () => {
    const all = withoutPath.groups.flatMap(({ fields }) => fields.map(({ name }) => name));
    fc.assert(
      fc.property(answered, (answers) => {
        const asked = askedIn(withoutPath, answers);
        const slack: Submission = {
          kind: withoutPath.kind,
          carries: withoutPath.carries,
          answers: Object.fromEntries(asked.map((name) => [name, answers[name] ?? ''])),
        };
        const teams = throughTeams(withoutPath, answers, 'absent');

        expect(asked).toEqual(all.filter((name) => !isPath(name) || needsOne(answers, name.slice(0, 3))));
        expect(readUpdateSubmission(teams, 'event')).toEqual(readUpdateSubmission(slack, 'event'));
      }),
      { numRuns: 60 },
    );
  });

  it('shows all of it in a card of Teams, where nothing can come and go', () => {
    const page = formPage(withoutPath, [], { partnershipId: 'p1', inDialog: true });

    expect(inputsIn(page?.card).map(({ id }) => id)).toEqual(
      withoutPath.groups.flatMap(({ fields }) => fields.map(({ name }) => name)),
    );
  });
});
