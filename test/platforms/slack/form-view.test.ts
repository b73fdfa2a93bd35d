import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form, FormField } from '../../../src/messages/forms/form.ts';
import { laterForm, noChangeForm, notMeForm } from '../../../src/messages/forms/small-forms.ts';
import type { ActionFormView } from '../../../src/messages/forms/action-fields.ts';
import { updateForm } from '../../../src/messages/forms/update-form.ts';
import {
  chooserCallback,
  formCallback,
  formView,
  onlyGroup,
} from '../../../src/platforms/slack/forms/form-view.ts';
import { filled } from '../../../src/platforms/slack/forms/filled-form.ts';
import { problemAnswer } from '../../../src/platforms/slack/forms/problems.ts';
import { readAnswers, readMetadata } from '../../../src/platforms/slack/forms/view-data.ts';
import type { Block, ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import { assertSlackView } from '../../../src/platforms/slack/render/check-payload.ts';
import type { UpdateContent } from '../../../src/plan/update.ts';
import { anyText } from '../../support/hostile-text.ts';
import { birminghamPlan } from '../../support/birmingham.ts';
import { untouched } from './untouched.ts';

const plan = birminghamPlan();
const options = { partnershipId: 'p1' };

function action(code: string, extra: Partial<ActionFormView> = {}): ActionFormView {
  return {
    code,
    title: 'Inclusive cultures',
    previous: 'amber',
    reminders: ['Last month: two recruited.'],
    content: null,
    fromLastMonth: true,
    version: 2,
    ...extra,
  };
}

function update(count: number, extra: Partial<ActionFormView> = {}): Form {
  return updateForm({
    month: '2026-11',
    monthWords: 'November 2026',
    isCorrection: false,
    definitions: plan.ratingDefinitions,
    actions: Array.from({ length: count }, (_, index) => action(`IC${index + 1}`, extra)),
    measures: [
      {
        code: 'I05',
        label: 'Suspensions',
        unit: 'percent',
        period: { kind: 'month', key: '2026-10' },
        asksFraction: true,
        reminders: ['Last figure: 61.2%.'],
        content: null,
      },
    ],
  });
}

const withPath: UpdateContent = {
  rating: 'green',
  done: 'Two recruited.',
  next: '',
  pathToGreen: { what: 'Recruit two more', who: 'Priya Nair', by: '2026-12-01' },
  ask: null,
  evidence: [],
  startsOn: null,
};

const inputs = (view: ModalView) =>
  view.blocks.filter((block): block is Extract<Block, { type: 'input' }> => block.type === 'input');

describe('a form in Slack', () => {
  it('asks every field of the field list where a path to green stands, with last month filled in', () => {
    const form = update(2, { content: withPath });

    const view = formView(form, options);

    assertSlackView(view);
    expect(inputs(view).map(({ block_id }) => block_id)).toEqual(
      form.groups.flatMap(({ fields }) => fields.map(({ name }) => name)),
    );
    expect(readMetadata(view.private_metadata)).toEqual({
      in: 'p1',
      kind: 'update',
      carries: form.carries,
      only: null,
    });
  });

  it('shows what each rating means, whole, once', () => {
    const view = formView(update(3), options);

    const texts = JSON.stringify(view);
    for (const { text } of plan.ratingDefinitions) {
      expect(texts.split(JSON.stringify(text).slice(1, -1)).length - 1).toBeGreaterThanOrEqual(1);
    }
    const legends = view.blocks.filter(
      (block) =>
        block.type === 'rich_text' &&
        JSON.stringify(block).includes(
          plan.ratingDefinitions.find(({ text }) => text.length > 75)?.text ?? 'no long definition',
        ),
    );
    expect(legends.length).toBeLessThanOrEqual(1);
  });

  it('gives back what was not touched exactly as it was filled in', () => {
    const field = fc.oneof<fc.Arbitrary<Omit<FormField, 'name'>>[]>(
      anyText.map((value) => ({
        kind: 'long_text',
        label: 'Text',
        hint: '',
        required: false,
        maxLength: 3000,
        value,
      })),
      fc.boolean().map((value) => ({ kind: 'check', label: 'Check', hint: '', required: false, value })),
      fc.constantFrom('', 'a', 'b').map((value) => ({
        kind: 'choice',
        label: 'Choose',
        hint: '',
        required: false,
        options: ['', 'a', 'b'].map((each) => ({ value: each, label: `Choice ${each}`, description: '' })),
        value,
      })),
      fc
        .constantFrom('', '2026-11-13')
        .map((value) => ({ kind: 'date', label: 'Day', hint: '', required: false, value })),
    );
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 8 }), (fields) => {
        const named = fields.map((each, index) => ({ ...each, name: `F.${index}` })) as FormField[];
        const form: Form = {
          ...update(1),
          groups: [{ code: 'F', title: 'Group', reminders: [], previous: null, fields: named }],
        };

        const view = formView(form, options);

        assertSlackView(view);
        expect(readAnswers(untouched(view))).toEqual(
          Object.fromEntries(named.map(({ name, value }) => [name, String(value)])),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('offers a choice of the parts when a person answers for more than one view holds', () => {
    const form = update(60);

    const view = formView(form, options);

    assertSlackView(view);
    expect(view.callback_id).toBe(chooserCallback);
    const [part] = inputs(view);
    expect(part?.element.type === 'static_select' ? part.element.options?.length : 0).toBe(61);
    const one = onlyGroup(form, 'IC60');
    expect(one?.carries).toEqual({ month: '2026-11', 'IC60.version': '2' });
    expect(formView(one!, { ...options, only: 'IC60' }).callback_id).toBe(formCallback);
  });

  it('offers everybody of a large partnership, in groups', () => {
    const people = Array.from({ length: 350 }, (_, index) => ({
      id: `person-${index}`,
      name: `Priya Nair ${index}`,
      organisation: 'Birmingham City Council, Directorate of Children and Families, Education and Skills',
    }));
    const form = notMeForm({
      month: '2026-11',
      items: [{ code: 'IC5', title: 'Inclusion' }],
      people,
      untilDefault: '2026-11-13',
    });

    const view = formView(form, options);

    assertSlackView(view);
    const [person] = inputs(view);
    const groups = person?.element.type === 'static_select' ? person.element.option_groups : undefined;
    expect(groups?.flatMap((group) => group.options).map(({ value }) => value)).toEqual(
      people.map(({ id }) => `=${id}`),
    );
  });

  it.each([
    ['later', laterForm({ month: '2026-11', days: ['2026-11-04', '2026-11-05'] })],
    [
      'no change',
      noChangeForm({
        month: '2026-11',
        items: [{ code: 'IC5', title: 'Inclusion', previous: 'red', version: 1, promised: 'recruit two' }],
      }),
    ],
  ])('shows the form "%s" within the limits', (_name, form) => {
    const view = formView(form, options);

    expect(() => assertSlackView(view)).not.toThrow();
    expect(view.callback_id).toBe(formCallback);
  });
});

describe('the path to green in a form', () => {
  const names = (view: ModalView) => inputs(view).map(({ block_id }) => block_id);
  const path = ['IC1.pathToGreen.what', 'IC1.pathToGreen.who', 'IC1.pathToGreen.by'];
  const shownWith = (answers: Readonly<Record<string, string>>, extra: Partial<ActionFormView> = {}) =>
    names(formView(filled(update(1, extra), answers), options)).filter((name) => path.includes(name));

  it('is not asked before a rating calls for it, and the rating is told to bcp at once', () => {
    const view = formView(update(1), options);

    expect(names(view)).not.toContain('IC1.pathToGreen.what');
    expect(
      inputs(view)
        .filter(({ dispatch_action }) => dispatch_action === true)
        .map(({ block_id }) => block_id),
    ).toEqual(['IC1.rating']);
  });

  it.each([
    ['red', 'green', path],
    ['red', null, path],
    ['amber', 'amber', path],
    ['amber', 'green', []],
    ['amber', 'no_update', []],
    ['green', 'red', []],
    ['complete', 'amber', []],
  ] as const)('with %s after %s', (rating, previous, shown) => {
    expect(shownWith({ 'IC1.rating': rating }, { previous })).toEqual(shown);
  });

  it('stays where something stands in it, and goes when it is emptied, last month’s too', () => {
    const green = { 'IC1.rating': 'green' };
    const emptied = {
      ...green,
      'IC1.pathToGreen.what': '',
      'IC1.pathToGreen.who': '',
      'IC1.pathToGreen.by': '',
    };

    expect(shownWith({ ...green, 'IC1.pathToGreen.who': 'Priya Nair' })).toEqual(path);
    expect(shownWith({}, { content: withPath })).toEqual(path);
    expect(shownWith(emptied, { content: withPath })).toEqual([]);
    expect(shownWith({ ...green, 'IC1.done': 'Not shown any more.' }, { content: withPath })).toEqual([]);
  });

  it('never makes a form too large that was opened in one view', () => {
    const largest = Array.from({ length: 12 }, (_, index) => update(index + 1)).findLast(
      (form) => formView(form, options).callback_id === formCallback,
    )!;
    const allRed = Object.fromEntries(largest.groups.map(({ code }) => [`${code}.rating`, 'red']));

    const view = formView(filled(largest, allRed), options);

    assertSlackView(view);
    expect(view.callback_id).toBe(formCallback);
    expect(names(view)).toContain('IC1.pathToGreen.what');
  });
});

describe('a form that was not saved', () => {
  const form = update(1);
  const view = formView(form, options);
  const metadata = readMetadata(view.private_metadata)!;
  const typed = { ...readAnswers(untouched(view)), 'IC1.done': 'Panels restarted.' };

  it('has each problem at its field', () => {
    const answer = problemAnswer([{ field: 'IC1.rating', words: 'Choose a rating.' }], typed, metadata, form);

    expect(answer).toEqual({ response_action: 'errors', errors: { 'IC1.rating': 'Choose a rating.' } });
  });

  it('shows what was hidden, with the problem at the rating that calls for it and everything typed kept', () => {
    const red = { ...typed, 'IC1.rating': 'red', 'I05.value': '61.2' };
    const newer = { ...form, carries: { ...form.carries, 'IC1.version': '3' } };

    const answer = problemAnswer(
      [
        { field: 'IC1.pathToGreen.what', words: 'This is red. Say what will get it back to green.' },
        { field: 'I05.value', words: 'That is ten times last month.' },
      ],
      red,
      metadata,
      newer,
    );

    if (answer.response_action !== 'update') throw new Error('The form was expected again.');
    assertSlackView(answer.view);
    const at = (name: string) =>
      answer.view.blocks.findIndex((block) => 'block_id' in block && block.block_id === name);
    expect(JSON.stringify(answer.view.blocks[0])).toContain('Not saved yet: look for ⚠ at IC1, I05.');
    expect(JSON.stringify(answer.view.blocks[at('IC1.rating') - 1])).toContain('This is red.');
    expect(JSON.stringify(answer.view.blocks[at('I05.value') - 1])).toContain('ten times last month');
    expect(readAnswers(untouched(answer.view))).toEqual({
      ...red,
      'IC1.pathToGreen.what': '',
      'IC1.pathToGreen.who': '',
      'IC1.pathToGreen.by': '',
    });
    expect(readMetadata(answer.view.private_metadata)?.carries['IC1.version']).toBe('2');
  });

  it('says it at the rating when the form cannot be opened any more', () => {
    const answer = problemAnswer(
      [{ field: 'IC1.pathToGreen.what', words: 'This is red.' }],
      typed,
      metadata,
      null,
    );

    expect(answer).toEqual({ response_action: 'errors', errors: { 'IC1.rating': 'This is red.' } });
  });

  it('has a problem of the whole form on top, with everything typed kept, and can be saved after that', () => {
    const newer = { ...form, carries: { ...form.carries, 'IC1.version': '3' } };

    const answer = problemAnswer(
      [{ field: '', words: 'Tom Osei answered at 10:02.' }],
      typed,
      metadata,
      newer,
    );

    if (answer.response_action !== 'update') throw new Error('The form was expected again.');
    assertSlackView(answer.view);
    expect(JSON.stringify(answer.view.blocks[0])).toContain('Tom Osei answered at 10:02.');
    expect(readAnswers(untouched(answer.view))?.['IC1.done']).toBe('Panels restarted.');
    expect(readMetadata(answer.view.private_metadata)?.carries['IC1.version']).toBe('3');
  });

  it('says it at the first field when the form cannot be opened any more', () => {
    const answer = problemAnswer([{ field: '', words: 'November 2026 is closed.' }], typed, metadata, null);

    expect(answer).toEqual({
      response_action: 'errors',
      errors: { 'IC1.rating': 'November 2026 is closed.' },
    });
  });

  it('fills a form with what was typed and leaves the rest as it was', () => {
    const again = filled(form, { 'IC1.done': 'Panels restarted.', 'I05.provisional': 'true' });

    const fields = new Map(
      again.groups.flatMap((group) => group.fields.map((field) => [field.name, field.value])),
    );
    expect(fields.get('IC1.done')).toBe('Panels restarted.');
    expect(fields.get('I05.provisional')).toBe(true);
    expect(fields.get('IC1.next')).toBe('');
  });
});
