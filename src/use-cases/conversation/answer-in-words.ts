import { monthInWords } from '../../plan/month.ts';
import { assertNever } from '../../kit/assert-never.ts';
import { dayAndMonth } from '../../kit/local-date.ts';
import { londonDate, londonTime } from '../../kit/london.ts';
import { numberInWords } from '../../plan/figure-words.ts';
import { helpMessage } from '../../messages/help.ts';
import { sentence } from '../../messages/sentence.ts';
import { textLimits } from '../../plan/update.ts';
import { readReply } from '../../replies/read-reply.ts';
import type { ReplyReading } from '../../replies/reply-reading.ts';
import type { Actor, Deps } from '../deps.ts';
import { standingNow } from '../standing-facts.ts';
import { guardText, type FoundPersonalData } from '../guard-words.ts';
import { saying, type Answer, type Heard } from './answer.ts';
import { countIncident } from '../count-incidents.ts';
import { workContactPasses } from '../work-contacts.ts';
import { askAboutContacts } from './confirm-contact.ts';
import { arrangeAbsence, arrangeDelegate, arrangeLater } from './arrange-in-words.ts';
import type { OwnPrompt } from './open-forms.ts';
import { promptForWords } from './prompt-for-words.ts';
import { recordNoChange } from './record-no-change.ts';
import { recordReading } from './record-reading.ts';
import { replyContext } from './reply-context.ts';
import { takeBackLast } from './take-back-last.ts';

/**
 * Somebody answers in their own words. The guard masks first; then the words are read; what is certain is recorded and said back, what is
 * in doubt is asked about and not recorded until told. Whoever is asked nothing means a command, most often a status.
 */
export async function answerInWords(
  deps: Deps,
  actor: Actor,
  heard: Heard,
  runCommand: (words: string) => Promise<Answer>,
): Promise<Answer> {
  const takenOut = heard.takenOut ?? [];
  if (heard.text.length > textLimits.reply) {
    return saying(
      sentence(
        `That is ${numberInWords(heard.text.length)} characters; bcp reads up to ${numberInWords(textLimits.reply)} at once. Nothing was recorded: please send it in parts, or press Update.`,
        'notice',
      ),
    );
  }
  const context = await (await standingNow(deps.store, actor.partnershipId)).currentCycle();
  if (!context)
    return withNotice(
      saying(
        sentence(
          'No month has been opened yet, so there is nothing to answer. Type help to see what bcp can do.',
        ),
      ),
      takenOut,
    );
  const own = await promptForWords(deps, actor, heard.month ?? context.cycle.month, heard.text);
  if (!own.ok) return withNotice(await runCommand(heard.text), takenOut);
  const { directory } = own.value.facts;
  const now = deps.clock.now();
  const passes = await workContactPasses(deps.store.in(actor.partnershipId), actor.personId, now);
  const guarded = guardText(heard.text, '', directory, londonDate(now), passes.kinds);
  const { text } = guarded;
  const found = [...takenOut, ...guarded.found];
  const act = () => {
    const reading = readReply(text, replyContext(deps, actor, own.value));
    return actOn(deps, actor, own.value, reading, heard, runCommand);
  };
  const answer = withNotice(heard.overtaken ? overtaken(heard.overtaken.saidAt) : await act(), found);
  if (found.length === 0) return answer;
  const { month } = own.value.prompt;
  await countOnce(deps, actor, month, found, heard.eventKey);
  const asked = await askAboutContacts(deps, actor, month, found, heard.eventKey);
  return { ...answer, say: [...answer.say, ...asked] };
}

function overtaken(saidAt: Date): Answer {
  const when = `on ${dayAndMonth(londonDate(saidAt))} at ${londonTime(saidAt)}`;
  return saying(
    sentence(
      `What you wrote ${when} reached bcp only after a later answer of yours. That later answer stands, and nothing of the earlier message was recorded. If it still holds, please write it again.`,
      'notice',
    ),
  );
}

/** The same message delivered twice is one incident. */
async function countOnce(
  deps: Deps,
  actor: Actor,
  month: string,
  found: readonly FoundPersonalData[],
  eventKey: string,
): Promise<void> {
  await deps.store.in(actor.partnershipId).transact(async (records) => {
    const key = `${eventKey}:taken-out`;
    if ((await records.inbox.receive(key, key, deps.clock.now())) === 'first')
      await countIncident(deps, records, actor, month, found);
  });
}

async function actOn(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  reading: ReplyReading,
  { eventKey }: Heard,
  runCommand: (words: string) => Promise<Answer>,
): Promise<Answer> {
  const { month } = own.prompt;
  switch (reading.intent) {
    case 'help':
      return saying(helpMessage(actor.roles));
    case 'command':
      return runCommand(reading.command ?? '');
    case 'undo':
      return takeBackLast(deps, actor, own, eventKey);
    case 'later':
      return arrangeLater(deps, actor, month, reading.deferUntil, eventKey);
    case 'away':
      return arrangeAbsence(deps, actor, own, reading, eventKey);
    case 'delegate':
      return arrangeDelegate(deps, actor, own, reading, eventKey);
    case 'no_update':
      return recordNoChange(deps, actor, month, eventKey, reading.narrative);
    case 'update':
      return own.facts.context.cycle.state === 'closed'
        ? correctionNeeded(month)
        : recordUpdateAndAbsence(deps, actor, own, reading, eventKey);
    default:
      return assertNever(reading.intent);
  }
}

/** "Amber, still recruiting. On leave until 20 November, ask Priya": both are done. */
async function recordUpdateAndAbsence(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  reading: ReplyReading,
  eventKey: string,
): Promise<Answer> {
  const recorded = await recordReading(deps, actor, own, reading, eventKey);
  if (!reading.away?.until) return recorded;
  const arranged = await arrangeAbsence(deps, actor, own, { ...reading, question: null }, eventKey);
  return { ...recorded, say: [...recorded.say, ...arranged.say], form: arranged.form };
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

/** Said whatever came of the words: what the guard took out is never kept quiet. */
export function withNotice(answer: Answer, found: readonly FoundPersonalData[]): Answer {
  if (found.length === 0) return answer;
  const list = [...new Set(found.map(({ words }) => words))].join(', ');
  const notice = sentence(
    `Your message held what looks like ${list}. It was taken out before anything was stored. Please delete your message here too: bcp cannot do that for you.`,
    'notice',
  );
  return { ...answer, say: [...answer.say, notice] };
}
