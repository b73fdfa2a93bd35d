import type { LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { packFreezesOn } from '../plan/cycle-calendar.ts';
import { can } from '../plan/permissions.ts';
import { checkLength } from '../plan/update-rules.ts';
import { textLimits } from '../plan/update.ts';
import { auditOf } from './audit-facts.ts';
import { planInForce, readDirectory } from './cycle-context.ts';
import { readCycleSettings } from './cycle-settings.ts';
import type { Actor, Deps } from './deps.ts';
import { guardText } from './guard-words.ts';
import { refusal, type Refusal } from './refusal.ts';

/** Puts a board meeting in the calendar. */
export async function addMeeting(
  deps: Deps,
  actor: Actor,
  meeting: { readonly on: LocalDate; readonly title: string },
): Promise<Result<{ readonly title: string; readonly packFreezesOn: LocalDate }, Refusal>> {
  return deps.store.in(actor.partnershipId).transact(async (records) => {
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
    const { text } = guardText(meeting.title, '', await readDirectory(records), londonDate(deps.clock.now()));
    await records.meetings.add({ id: deps.newId(), on: meeting.on, title: text });
    await records.audit.append(auditOf(deps, actor, 'meeting_added', `meeting:${meeting.on}`));
    return success({ title: text, packFreezesOn: packFreezesOn(meeting.on, settings) });
  });
}

export interface RecordedDecision {
  readonly meetingOn: LocalDate;
  readonly actionCode: string | null;
}

/** Minutes a decision under the last meeting that has been held; an action's code at its start links it to the action. */
export async function recordDecision(
  deps: Deps,
  actor: Actor,
  words: string,
): Promise<Result<RecordedDecision, Refusal>> {
  return deps.store.in(actor.partnershipId).transact(async (records) => {
    const now = deps.clock.now();
    const today = londonDate(now);
    const plan = await planInForce(records, now);
    if (!plan) return failure(refusal('not_found', 'No plan is in force yet.'));
    const permission = can(actor, 'record_decision', { kind: 'partnership' }, plan, today);
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const meeting = (await records.meetings.all()).filter(({ on }) => on <= today).at(-1);
    if (!meeting)
      return failure(
        refusal(
          'not_found',
          'No meeting has been held yet. Add it first: meeting 2026-12-03 Partnership Board.',
        ),
      );
    const [tooLong] = checkLength('text', 'The decision', words, textLimits.what);
    if (tooLong) return failure(refusal('invalid', tooLong.words));
    const { text } = guardText(words, '', await readDirectory(records), today);
    const first = text.split(/\s+/)[0]?.toUpperCase() ?? '';
    const actionCode = plan.actions.find(({ code }) => code === first)?.code ?? null;
    await records.meetings.addDecision({
      id: deps.newId(),
      meetingId: meeting.id,
      kind: 'decision',
      text: actionCode === null ? text : text.slice(first.length).trim(),
      actionCode,
      ownerName: null,
      due: null,
      closedOn: null,
      byPersonId: actor.personId,
      at: now,
    });
    await records.audit.append(
      auditOf(deps, actor, 'decision_recorded', `meeting:${meeting.on}`, { action: actionCode }),
    );
    return success({ meetingOn: meeting.on, actionCode });
  });
}
