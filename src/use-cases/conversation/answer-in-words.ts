import { monthInWords } from '../../plan/month.ts';
import { assertNever } from '../../kit/assert-never.ts';
import { londonDate } from '../../kit/london.ts';
import { numberInWords } from '../../plan/figure-words.ts';
import { helpMessage } from '../../messages/help.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { planAction, planMeasure } from '../../plan/plan-lookup.ts';
import { textLimits } from '../../plan/update.ts';
import { readReply } from '../../replies/read-reply.ts';
import type { AskedItem, ReplyContext } from '../../replies/reply-context.ts';
import { currentCycle } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { guardText, type FoundPersonalData } from '../guard-words.ts';
import { figureBefore } from '../figure-before.ts';
import type { PromptFacts } from '../prompt-view.ts';
import { saying, type Answer, type Heard } from './answer.ts';
import { arrangeAbsence, arrangeDelegate, arrangeLater } from './arrange-in-words.ts';
import { ownPrompt, type OwnPrompt } from './open-forms.ts';
import { recordNoChange } from './record-no-change.ts';
import { recordReading } from './record-reading.ts';
import { takeBackLast } from './take-back-last.ts';

/**
 * Somebody answers in their own words. The guard masks first; then the words are read; what is certain is recorded and said back, what is
 * in doubt is asked about and not recorded until told.
 */
export async function answerInWords(
  deps: Deps,
  actor: Actor,
  heard: Heard,
  runCommand: (words: string) => Promise<Answer>,
): Promise<Answer> {
  if (heard.text.length > textLimits.reply) {
    return saying(
      sentence(
        `That is ${numberInWords(heard.text.length)} characters; bcp reads up to ${numberInWords(textLimits.reply)} at once. Nothing was recorded: please send it in parts, or press Update.`,
        'notice',
      ),
    );
  }
  const context = await currentCycle(deps.store.in(actor.partnershipId));
  if (!context)
    return saying(
      sentence(
        'No month has been opened yet, so there is nothing to answer. Type help to see what bcp can do.',
      ),
    );
  const own = await ownPrompt(deps, actor, context.cycle.month);
  if (!own.ok) return saying(refusalMessage(own.error));
  const { facts } = own.value;
  const { text, found } = guardText(heard.text, '', facts.directory, londonDate(deps.clock.now()));
  const reading = readReply(text, replyContext(deps, actor, own.value));
  switch (reading.intent) {
    case 'help':
      return saying(helpMessage(actor.roles));
    case 'command':
      return runCommand(reading.command ?? '');
    case 'undo':
      return takeBackLast(deps, actor, own.value, heard.eventKey);
    case 'later':
      return arrangeLater(deps, actor, context.cycle.month, reading.deferUntil);
    case 'away':
      return arrangeAbsence(deps, actor, own.value, reading);
    case 'delegate':
      return arrangeDelegate(deps, actor, own.value, reading);
    case 'no_update':
      return withNotice(
        await recordNoChange(deps, actor, context.cycle.month, heard.eventKey, reading.narrative),
        found,
      );
    case 'update':
      if (context.cycle.state === 'closed') return correctionNeeded(context.cycle.month);
      return recordReading(deps, actor, own.value, reading, found, heard.eventKey);
    default:
      return assertNever(reading.intent);
  }
}

function correctionNeeded(month: string): Answer {
  const words = `${monthInWords(month)} is closed, so this was not recorded. Press Correct to send it as a correction with a reason.`;
  return saying({
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: 'notice' },
      { kind: 'buttons', buttons: [{ label: 'Correct', press: { verb: 'edit', month }, style: 'main' }] },
    ],
  });
}

/** Said even where nothing is recorded: what the guard took out is never kept quiet. */
function withNotice(answer: Answer, found: readonly FoundPersonalData[]): Answer {
  if (found.length === 0) return answer;
  const list = [...new Set(found.map(({ words }) => words))].join(', ');
  const notice = sentence(
    `Your message holds what looks like ${list}. It was not stored. Please delete your message here too.`,
    'notice',
  );
  return { ...answer, say: [...answer.say, notice] };
}

/** Only what this person was asked can be answered by their words. */
function replyContext(deps: Deps, actor: Actor, { prompt, facts }: OwnPrompt): ReplyContext {
  const { plan, cycle } = facts.context;
  const organisation = (code: string) => plan.organisations.find((each) => each.code === code)?.name ?? code;
  return {
    today: londonDate(deps.clock.now()),
    cycle: cycle.month,
    platform: actor.platform,
    asked: prompt.items.flatMap((item) =>
      item.kind === 'action' ? askedAction(item.code, facts) : askedMeasure(item, facts),
    ),
    people: facts.directory.people
      .filter(({ id }) => id !== actor.personId)
      .map(({ name, organisationCode }) => ({ name, organisation: organisation(organisationCode) })),
  };
}

function askedAction(code: string, facts: PromptFacts): readonly AskedItem[] {
  const action = planAction(facts.context.plan, code);
  if (!action) return [];
  return [
    {
      kind: 'action',
      code,
      label: action.shortTitle,
      previousRating: facts.previousUpdates.get(code)?.content?.rating ?? null,
    },
  ];
}

function askedMeasure(
  item: OwnPrompt['prompt']['items'][number] & { kind: 'measure' },
  facts: PromptFacts,
): readonly AskedItem[] {
  const measure = planMeasure(facts.context.plan, item.code);
  if (!measure) return [];
  const { code, label, unit, polarity, sumOf } = measure;
  return [
    {
      kind: 'measure',
      code,
      label,
      unit,
      polarity,
      sumOf,
      previousValue: figureBefore(facts.values, code, item.period)?.value ?? null,
    },
  ];
}
