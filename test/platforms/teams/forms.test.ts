import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Form, FormField, Submission } from '../../../src/messages/forms/form.ts';
import { notMeForm } from '../../../src/messages/forms/small-forms.ts';
import { cleanText } from '../../../src/kit/clean-text.ts';
import { cardSubmission } from '../../../src/platforms/teams/forms/card-submission.ts';
import { formPage } from '../../../src/platforms/teams/forms/form-card.ts';
import { nothing } from '../../../src/platforms/teams/forms/form-fields.ts';
import { readMark } from '../../../src/platforms/teams/cards/press-data.ts';
import { anyText } from '../../support/hostile-text.ts';
import { expectGoodCard, wordsOf } from './cards.ts';
import { everyForm, people, updateWith } from './sample-forms.ts';

const options = { partnershipId: 'p1', inDialog: true };

describe.each(everyForm)('%s as a card', (_name, form) => {
  it('is a good card in a dialog and in the chat', () => {
    expectGoodCard(pageOf(form, true).card);
    expectGoodCard(pageOf(form, false).card);
  });

  it('shows every label, reminder, choice and definition', () => {
    const words = wordsOf(pageOf(form).card);

    for (const group of form.groups) {
      for (const reminder of group.reminders) expect(words).toContain(reminder);
      for (const field of group.fields) {
        expect(words).toContain(field.label);
        if (field.kind !== 'choice') continue;
        for (const option of field.options) {
          expect(words).toContain(option.label);
          expect(words).toContain(option.description);
        }
      }
    }
  });

  it('left as it is gives what the field list gives', () => {
    const filled = fillCard(pageOf(form).card, form, {});

    expect(filled).toEqual(fillForm(form, {}));
  });

  it('filled in gives what the field list gives, however Teams sends it', () => {
    const values = fc.record(
      Object.fromEntries(
        form.groups.flatMap(({ fields }) => fields.map((field) => [field.name, valueOf(field)])),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(values, fc.boolean(), (some, asNumbers) => {
        const typed = given(some);
        const fromCard = fillCard(pageOf(form).card, form, typed, asNumbers);

        expect(fromCard).toEqual(fillForm(form, typed));
      }),
      { numRuns: 50 },
    );
  });

  it('shows a problem right above its field, and keeps what was typed', () => {
    const field = form.groups[0]?.fields.find(({ kind }) => kind === 'long_text' || kind === 'choice');
    const { card } = formPage(form, [{ field: field?.name ?? '', words: 'That cannot be.' }], options)!;
    const texts = JSON.stringify(card);

    expectGoodCard(card);
    expect(texts.indexOf('That cannot be.')).toBeGreaterThan(-1);
    expect(texts.indexOf('That cannot be.')).toBeLessThan(texts.indexOf(`"id":"${field?.name}"`));
  });
});

describe('a form in the chat', () => {
  it('can be left again, whatever stands in its fields', () => {
    const set = JSON.stringify(pageOf(updateWith(['IC4']), false).card);

    expect(set).toContain('"title":"Back","associatedInputs":"none"');
  });

  it('is answered in place, and by old clients as a message with the same data', () => {
    const [save] = actionsOf(pageOf(updateWith(['IC4']), false).card);

    expect(save).toMatchObject({ type: 'Action.Execute', fallback: { type: 'Action.Submit' } });
    expect(readMark(save?.['data'])).toEqual(readMark((save?.['fallback'] as { data: unknown }).data));
  });
});

describe('a form that is longer than a card', () => {
  const codes = Array.from({ length: 17 }, (_, index) => `IC${index + 1}`);

  it('goes on page by page, with every group on exactly one page', () => {
    const seen: string[] = [];
    let form = updateWith(codes);
    for (;;) {
      const page = pageOf(form);
      expectGoodCard(page.card);
      const rest = new Set(page.rest);
      seen.push(...form.groups.map(({ code }) => code).filter((code) => !rest.has(code)));
      if (rest.size === 0) break;
      form = { ...form, groups: form.groups.filter(({ code }) => rest.has(code)) };
    }

    expect(seen).toEqual([...codes, 'I28']);
  });

  it('asks for the reason of a correction on each page', () => {
    const page = pageOf(updateWith(codes, true));

    expect(page.rest.length).toBeGreaterThan(0);
    expect(JSON.stringify(page.card)).toContain('"id":"reason"');
  });

  it('carries only the ids of its own page', () => {
    const page = pageOf(updateWith(codes));
    const mark = readMark(actionsOf(page.card)[0]?.['data']);

    expect(mark?.do === 'form' ? Object.keys(mark.form.carries) : []).not.toContain(
      `${page.rest[0]}.version`,
    );
  });
});

describe('"not me" among four hundred people', () => {
  const form = notMeForm({
    month: '2026-11',
    items: [],
    people: people(400).map((person) => ({ ...person, organisation: '' })),
    untilDefault: '2026-11-13',
  });

  it('has them in several lists that can be searched, of which one is used', () => {
    const { card } = pageOf(form);

    expectGoodCard(card);
    expect(JSON.stringify(card)).toContain('"style":"filtered"');
    expect(fillCard(card, form, { person: 'person-399' }).answers['person']).toBe('person-399');
  });
});

describe('what a card brings back', () => {
  it('is nothing of ours when somebody made it up', () => {
    for (const data of [
      null,
      'x',
      7,
      {},
      { bcp: 1 },
      { bcp: { do: 'press', p: 'p', press: { verb: 'drop' } } },
    ]) {
      expect(readMark(data)).toBeNull();
    }
  });
});

function pageOf(form: Form, inDialog = true) {
  const page = formPage(form, [], { partnershipId: 'p1', inDialog });
  if (!page) throw new Error('The form does not fit.');
  return page;
}

type Json = Readonly<Record<string, unknown>>;

function elementsOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(elementsOf)];
}

function actionsOf(card: unknown): readonly Json[] {
  return elementsOf(card).flatMap((element) =>
    element['type'] === 'ActionSet' ? (element['actions'] as Json[]) : [],
  );
}

/** Fills the card as a Teams client does: what stands in the inputs goes beside the button's data, empty fields may be left out. */
function fillCard(card: unknown, form: Form, typed: Readonly<Record<string, string>>, asNumbers = false) {
  const data: Record<string, unknown> = { ...(actionsOf(card)[0]?.['data'] as object) };
  for (const input of elementsOf(card).filter(({ type }) => String(type).startsWith('Input.'))) {
    const text = standsIn(input, typed[String(input['id']).replace(/~\d+$/, '')] ?? null);
    if (text === '') continue;
    const isNumber = asNumbers && /^\d{1,6}$/.test(text) && String(Number(text)) === text;
    data[String(input['id'])] = isNumber ? Number(text) : text;
  }
  const mark = readMark(data);
  if (mark?.do !== 'form') throw new Error('The card has no form in it.');
  const names = form.groups.flatMap(({ fields }) => fields.map(({ name }) => name));
  const submission = cardSubmission(mark.form, data);
  expect(Object.keys(submission.answers).sort()).toEqual([...names].sort());
  return submission;
}

function standsIn(input: Json, wanted: string | null): string {
  if (wanted === null) return String(input['value']);
  if (input['type'] !== 'Input.ChoiceSet') return wanted;
  const asSent = wanted === '' ? nothing : wanted;
  const choices = input['choices'] as readonly { value: string }[];
  return choices.some(({ value }) => value === asSent) ? asSent : '';
}

/** The same, straight from the field list. */
function fillForm(form: Form, typed: Readonly<Record<string, string>>): Submission {
  const answers = form.groups.flatMap(({ fields }) =>
    fields.map((field) => [field.name, cleanText(typed[field.name] ?? String(field.value))]),
  );
  return {
    kind: form.kind,
    carries: form.carries,
    answers: Object.fromEntries(answers) as Record<string, string>,
  };
}

function given(some: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(some).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}

function valueOf(field: FormField): fc.Arbitrary<string> {
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'check':
      return fc.constantFrom('true', 'false');
    case 'date':
      return fc.constantFrom('', '2026-12-01');
    case 'number':
      return fc.constantFrom('', '0', '7', '61.2', '<5', '1,250');
    default:
      return anyText;
  }
}
