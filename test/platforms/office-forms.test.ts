import { describe, expect, it } from 'vitest';
import { decisionForm, meetingForm, moderationForm } from '../../src/messages/forms/board-forms.ts';
import type { Form, Submission } from '../../src/messages/forms/form.ts';
import { assignForm, personForm } from '../../src/messages/forms/people-forms.ts';
import { postDigestForm } from '../../src/messages/forms/post-digest-form.ts';
import { cycleSettingsForm } from '../../src/messages/forms/settings-form.ts';
import { defaultCycleSettings } from '../../src/plan/cycle-settings.ts';
import { formCallback, formView } from '../../src/platforms/slack/forms/form-view.ts';
import { problemAnswer } from '../../src/platforms/slack/forms/problems.ts';
import { pressThatOpens, readMetadata } from '../../src/platforms/slack/forms/view-data.ts';
import { assertSlackView } from '../../src/platforms/slack/render/check-payload.ts';
import { formPage } from '../../src/platforms/teams/forms/form-card.ts';
import { cycleSettingLines } from '../../src/use-cases/cycle-setting-lines.ts';
import { expectGoodCard, wordsOf } from './teams/cards.ts';

/** The largest plausible partnership: 60 actions, 80 people who are listed, names in several scripts, titles as long as they come. */
const title =
  'Schools, settings and services that include every child اُردُو বাংলা 👩‍🏫 and keep them in learning';
const actions = Array.from({ length: 60 }, (_, index) => ({
  code: `IC${index + 1}`,
  title: `${title} ${index + 1}`,
}));
const scopes = actions.map(({ code, title: words }) => ({ code, title: `${code} ${words}` }));
const people = Array.from({ length: 80 }, (_, index) => ({
  id: `person-${index + 1}`,
  name: `Oluwaseun Brightwater-Fazal رضوان ${index + 1}`,
  organisation: 'Birmingham and Solihull Integrated Care Board',
}));
const organisations = Array.from({ length: 30 }, (_, index) => ({
  code: `org-${index}`,
  name: `An organisation with a long name, number ${index}`,
}));

const forms: readonly (readonly [string, Form])[] = [
  ['assign', assignForm({ typed: 'assign', scopes, scope: 'IC5', people, from: '2026-11-20' })],
  ['a person', personForm({ typed: 'person', organisations, scopes })],
  [
    'moderate',
    moderationForm({
      typed: 'moderate',
      month: '2026-11',
      monthWords: 'November 2026',
      actions: actions.map((action) => ({ ...action, own: 'green', moderated: 'amber' })),
      action: 'IC5',
    }),
  ],
  ['a meeting', meetingForm({ typed: 'meeting', title: 'Partnership Board', packClearDays: 5 })],
  [
    'a decision',
    decisionForm({
      typed: 'decide',
      meetings: Array.from({ length: 6 }, (_, index) => ({
        id: `meeting-${index}`,
        title: 'Birmingham Children and Young People’s Partnership Board',
        on: '2026-11-02',
      })),
      actions,
      asks: Array.from(
        { length: 8 },
        (_, index) => `IC${index} asks the board to decide: ${'agency spend '.repeat(20)}`,
      ),
      action: '',
    }),
  ],
  [
    'the rhythm',
    cycleSettingsForm({
      typed: 'cycle settings',
      lines: cycleSettingLines.map((line) => ({ ...line, value: line.show(defaultCycleSettings) })),
      markings: ['OFFICIAL', 'OFFICIAL-SENSITIVE'],
      marking: 'OFFICIAL',
    }),
  ],
  [
    'posting',
    postDigestForm({
      typed: 'digest post d1',
      digestId: 'd1',
      title: 'November 2026, for the Partnership Board',
      isDraft: true,
      channels: Array.from({ length: 12 }, (_, index) => ({
        id: `channel-${index}`,
        name: `#partnership-board-${index}`,
        gets: 'Counts only, because people from outside the partnership read this channel.',
        isChosen: true,
      })),
    }),
  ],
];

describe.each(forms)('the form of %s', (_name, form) => {
  const fields = form.groups.flatMap((group) => group.fields);

  it('is one modal of Slack, within its limits, with every field', () => {
    const view = formView(form, { partnershipId: 'p1' });

    assertSlackView(view);
    expect(view.callback_id).toBe(formCallback);
    expect(form.title.length).toBeLessThanOrEqual(24);
    const asked = view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
    expect(asked).toEqual(fields.map(({ name }) => name));
    expect(readMetadata(view.private_metadata)).toMatchObject({ kind: form.kind, carries: form.carries });
  });

  it('is one card of Teams, within its limits, with every label', () => {
    const page = formPage(form, [], { partnershipId: 'p1', inDialog: true });

    expect(page?.rest).toEqual([]);
    expectGoodCard(page?.card);
    for (const { label } of fields) expect(wordsOf(page?.card)).toContain(label);
  });

  it('shows a problem at its field in both, and what was typed is kept', () => {
    const [first] = fields;
    const problem = { field: first?.name ?? '', words: 'That cannot be.' };
    const typed: Submission['answers'] = Object.fromEntries(fields.map(({ name }) => [name, '']));
    const metadata = readMetadata(formView(form, { partnershipId: 'p1' }).private_metadata)!;

    const slack = problemAnswer([problem], typed, metadata, form);
    const teams = formPage(form, [problem], { partnershipId: 'p1', inDialog: true });

    expect(slack).toEqual({ response_action: 'errors', errors: { [problem.field]: 'That cannot be.' } });
    expect(wordsOf(teams?.card)).toContain('That cannot be.');
  });

  it('opens again by what was typed for it', () => {
    expect(pressThatOpens(form.kind, form.carries)).toEqual({ verb: 'type', words: form.carries['typed'] });
  });
});

describe('a partnership of more people than a list holds', () => {
  it('is asked for a name instead', () => {
    const many = [...people, ...people].map((person, index) => ({ ...person, id: `p${index}` }));

    const form = assignForm({ typed: 'assign', scopes, scope: '', people: many, from: '2026-11-20' });

    expect(form.groups[0]?.fields.find(({ name }) => name === 'person')?.kind).toBe('short_text');
  });
});
