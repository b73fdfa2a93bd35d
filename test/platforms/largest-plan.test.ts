import { beforeAll, describe, expect, it } from 'vitest';
import type { Form } from '../../src/messages/forms/form.ts';
import { plainWords, type Message, type MessagePart } from '../../src/messages/message.ts';
import { printable } from '../../src/kit/printable.ts';
import { formView, onlyGroup } from '../../src/platforms/slack/forms/form-view.ts';
import { assertSlackMessage, assertSlackView } from '../../src/platforms/slack/render/check-payload.ts';
import { messagePages } from '../../src/platforms/slack/render/render-message.ts';
import { messageCards } from '../../src/platforms/teams/cards/message-cards.ts';
import { formPage } from '../../src/platforms/teams/forms/form-card.ts';
import { openForm, say, send } from '../support/acts.ts';
import { birminghamStage, type Stage } from '../support/birmingham.ts';
import { longLivedTestStore } from '../support/database.ts';
import {
  actionCodes,
  largestContent,
  largestCounts,
  largestMonth,
  largestPeople,
  largestPlan,
} from '../support/largest-plan.ts';
import { blockError, textsIn, viewError } from './slack/fake-slack/block-limits.ts';
import { expectGoodCard, wordsOf } from './teams/cards.ts';

/** Everything bcp says in a month of the largest plan there could be, by what it is, as the builders make it. */
const said = new Map<string, Message>();
let form: Form;

const keep = (name: string, messages: readonly Message[]) =>
  messages.forEach((message, index) => said.set(index === 0 ? name : `${name} ${index + 1}`, message));

const typed: Readonly<Record<string, readonly string[]>> = {
  everything: ['prompt', 'status mine', 'help'],
  chair: [
    'status',
    'status red',
    'status late',
    'status changed',
    'status asks',
    'status safe',
    'status LA1',
    'status LM2',
    'status bcc',
  ],
  secretariat: [
    'cycle',
    'people',
    'deliveries',
    'digest',
    'decisions',
    'channel list',
    'retention',
    'cycle calendar',
  ],
};

async function ask(stage: Stage, when: string): Promise<void> {
  for (const [who, lines] of Object.entries(typed))
    for (const line of lines) keep(`${line} (${when})`, (await say(stage, who, `/bcp ${line}`)).say);
}

/** The owner of everything answers everything at length, by the form. */
async function answer(stage: Stage): Promise<void> {
  form = await openForm(stage, 'everything', '2026-11');
  const answers = Object.fromEntries(
    actionCodes.flatMap((code, index) => {
      const { rating, done, next, pathToGreen, ask: wanted } = largestContent(index);
      return Object.entries({
        [`${code}.rating`]: rating,
        [`${code}.done`]: `${done} Again.`,
        [`${code}.next`]: next,
        [`${code}.pathToGreen.what`]: pathToGreen?.what ?? '',
        [`${code}.pathToGreen.who`]: pathToGreen?.who ?? '',
        [`${code}.pathToGreen.by`]: pathToGreen?.by ?? '',
        [`${code}.ask.verb`]: wanted?.verb ?? '',
        [`${code}.ask.what`]: wanted?.what ?? '',
      });
    }),
  );
  const saved = await send(stage, 'everything', form, answers);
  if (saved.kind !== 'saved')
    throw new Error(
      saved.problems
        .slice(0, 3)
        .map(({ field, words }) => `${field}: ${words}`)
        .join(),
    );
  keep('recorded', saved.say);
}

beforeAll(async () => {
  const store = await longLivedTestStore();
  const people = largestPeople((userId) => [{ platform: 'rehearsal', tenantId: 'rehearsal', userId }]);
  const stage = await birminghamStage(store, '2026-10-20T09:00:00Z', people, undefined, largestPlan());
  for (const month of ['2026-09', '2026-10']) await largestMonth(stage, month);
  await store.in(stage.partnershipId).channels.save({
    id: 'board',
    platform: 'rehearsal',
    tenantId: 'rehearsal',
    channelId: 'board',
    name: 'The board’s channel 👩‍🏫',
    audience: 'board',
    reach: 'members',
  });
  await stage.at('2026-11-02T09:00:00Z');
  await ask(stage, 'asked');
  for (const day of ['05T09:00', '10T09:00', '11T09:00', '12T09:00']) await stage.at(`2026-11-${day}:00Z`);
  await answer(stage);
  await ask(stage, 'answered');
  for (const day of ['13T17:00', '17T17:00', '20T09:00']) await stage.at(`2026-11-${day}:00Z`);
  for (const line of ['digest', 'digest approve 2026-11', 'digest post 2026-11'])
    keep(line, (await say(stage, 'secretariat', `/bcp ${line}`)).say);
  await stage.at('2026-11-20T10:00:00Z');
  await ask(stage, 'closed');
  const sent = await store.in(stage.partnershipId).deliveries.recent(2_000);
  for (const { purpose, message } of sent) keep(`${purpose} (sent ${said.size})`, [message]);
  await store.close();
}, 240_000);

/** Everything that a message says, in pieces that must stand somewhere as they are. */
function piecesOf(part: MessagePart): readonly string[] {
  switch (part.kind) {
    case 'heading':
      return [part.text];
    case 'text':
      return [plainWords(part.text)];
    case 'facts':
      return part.facts.flatMap(({ label, value }) => [label, plainWords(value)]);
    case 'ratings':
      return part.rows.flatMap(({ code, title, lines }) => [code, title, ...lines]);
    case 'list':
      return part.items.map(plainWords);
    case 'table':
      return [...part.columns, ...part.rows.flat()];
    case 'buttons':
      return part.buttons.map(({ label }) => label);
    case 'figure':
      return [];
  }
}

const bare = (text: string) => printable(text).replace(/[\s\u2060]/g, '');

function missingFrom(shown: string, message: Message): readonly string[] {
  const all = bare(shown);
  return message.parts.flatMap(piecesOf).filter((piece) => !all.includes(bare(piece)));
}

/** A table too wide for a phone becomes rows in Teams, each under its first cell: the head of the first column is not said there. */
function withoutFirstHeads(message: Message): Message {
  return {
    ...message,
    parts: message.parts.map((part) =>
      part.kind === 'table' ? { ...part, columns: ['', ...part.columns.slice(1)] } : part,
    ),
  };
}

describe('what bcp says with the largest plan there could be', () => {
  it('is every message of the month: prompt, receipt, nudges, status, digest, people, deliveries and cycle', () => {
    const purposes = [...said.keys()].map((name) => name.replace(/ \(.*$/, ''));

    for (const each of ['prompt', 'nudge', 'escalation', 'recorded', 'receipt', 'notice', 'digest'])
      expect(purposes).toContain(each);
    for (const each of Object.values(typed).flat()) expect(purposes).toContain(each);
    expect(said.get('prompt (asked)')?.parts.flatMap(piecesOf)).toEqual(
      expect.arrayContaining(['LA1', 'LA60']),
    );
  });

  it('goes to Slack within its limits, and no word of it is missing', () => {
    const trouble = [...said].flatMap(([name, message]) => {
      const pages = messagePages(message, { partnershipId: 'p1' });
      try {
        pages.forEach(assertSlackMessage);
      } catch (error) {
        return [`${name}: ${String(error)}`];
      }
      const refused = pages.flatMap(({ blocks }) => blockError(blocks, 'message') ?? []);
      const missing = missingFrom(textsIn(pages.map(({ blocks }) => blocks)).join(''), message);
      return [...refused, ...missing.slice(0, 3)].map((each) => `${name}: ${each}`);
    });

    expect(trouble).toEqual([]);
  });

  it('goes to Teams within its limits, and no word of it is missing', () => {
    const trouble = [...said].flatMap(([name, message]) => {
      const cards = messageCards(message, { partnershipId: 'p1', dialogs: true });
      cards.forEach(expectGoodCard);
      const missing = missingFrom(cards.map(wordsOf).join(''), withoutFirstHeads(message));
      return missing.slice(0, 3).map((each) => `${name}: ${each}`);
    });

    expect(trouble).toEqual([]);
  });

  it('is asked in Slack one part after the other, each a modal of its own, and in Teams page by page', () => {
    const options = { partnershipId: 'p1' };
    const whole = formView(form, options);
    assertSlackView(whole);
    const codes = form.groups.map(({ code }) => code);
    for (const code of codes) {
      const view = formView(onlyGroup(form, code)!, { ...options, only: code });
      assertSlackView(view);
      expect(viewError({ ...view })).toBeNull();
    }

    const pages: string[] = [];
    for (let rest: readonly string[] = codes; rest.length > 0;) {
      const page = formPage({ ...form, groups: form.groups.filter(({ code }) => rest.includes(code)) }, [], {
        ...options,
        inDialog: true,
      });
      expectGoodCard(page?.card);
      pages.push(wordsOf(page?.card));
      rest = page?.rest ?? [];
    }

    expect(codes).toHaveLength(largestCounts.actions + largestCounts.measures);
    expect(pages.length).toBeGreaterThan(1);
  });
});
