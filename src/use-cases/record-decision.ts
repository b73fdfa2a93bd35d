import type { LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { packFreezesOn } from '../plan/cycle-calendar.ts';
import { can } from '../plan/permissions.ts';
import { checkLength } from '../plan/update-rules.ts';
import { textLimits } from '../plan/update.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { auditOf } from './audit-facts.ts';
import { guardBoardWords } from './board-words.ts';
import { planInForce } from './cycle-context.ts';
import { readCycleSettings } from './cycle-settings.ts';
import type { Actor, Deps } from './deps.ts';
import type { FoundPersonalData } from './guard-words.ts';
import { minuteDecision, type RecordedDecision } from './minute-decision.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface AddedMeeting {
  readonly title: string;
  readonly packFreezesOn: LocalDate;
  readonly personalData: readonly FoundPersonalData[];
}

/** Puts a board meeting in the calendar; one that is in it already stays as it is. */
export async function addMeeting(
  deps: Deps,
  actor: Actor,
  meeting: { readonly on: LocalDate; readonly title: string },
): Promise<Result<AddedMeeting, Refusal>> {
  return allOrNothing<AddedMeeting>(deps.store.in(actor.partnershipId), async (records) => {
    const plan = await planInForce(records, deps.clock.now());
    if (!plan) return failure(refusal('not_found', 'No plan is in force yet.'));
    const permission = can(
      actor,
      'record_decision',
      { kind: 'partnership' },
      plan,
      londonDate(deps.clock.now()),
    );
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const [tooLong] = checkLength('title', 'The name of the meeting', meeting.title, textLimits.who);
    if (tooLong) return failure(refusal('invalid', tooLong.words));
    const settings = await readCycleSettings(records);
    const written = await guardBoardWords(deps, records, actor, { title: meeting.title });
    const { title } = written.kept;
    const thatDay = (await records.meetings.all()).filter(({ on }) => on === meeting.on);
    if (!thatDay.some((each) => each.title === title)) {
      const masked = thatDay.find((each) => each.title === written.masked.title);
      const verb = masked === undefined ? 'meeting_added' : 'meeting_renamed';
      await records.audit.append(auditOf(deps, actor, verb, `meeting:${meeting.on}`));
      if (masked === undefined) await records.meetings.add({ id: deps.newId(), on: meeting.on, title });
      else await records.meetings.rename(masked.id, title);
      await written.settle();
    }
    return success({
      title,
      packFreezesOn: packFreezesOn(meeting.on, settings),
      personalData: written.found,
    });
  });
}

/** Minutes a decision under the last meeting that has been held; an action's code at its start links it to the action. */
export async function recordDecision(
  deps: Deps,
  actor: Actor,
  words: string,
): Promise<Result<RecordedDecision, Refusal>> {
  const plan = await planInForce(deps.store.in(actor.partnershipId), deps.clock.now());
  const [first = '', ...rest] = words.trim().split(/\s+/);
  const actionCode = plan?.actions.find(({ code }) => code === first.toUpperCase())?.code ?? null;
  const text = actionCode === null ? words.trim() : rest.join(' ');
  if (text === '') {
    const example = `Say what was decided about ${first.toUpperCase()}, for example: decide ${first.toUpperCase()} spend is agreed.`;
    return failure(refusal('invalid', example));
  }
  return minuteDecision(deps, actor, { meetingId: null, actionCode, text, ownerName: null, due: null });
}
