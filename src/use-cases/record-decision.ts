import type { LocalDate } from '../kit/local-date.ts';
import { londonDate } from '../kit/london.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { packFreezesOn } from '../plan/cycle-calendar.ts';
import { can } from '../plan/permissions.ts';
import { checkLength } from '../plan/update-rules.ts';
import { textLimits } from '../plan/update.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { auditOf } from './audit-facts.ts';
import { planInForce, readDirectory } from './cycle-context.ts';
import { readCycleSettings } from './cycle-settings.ts';
import type { Actor, Deps } from './deps.ts';
import { guardText, type FoundPersonalData } from './guard-words.ts';
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
    const { text, found } = guardText(
      meeting.title,
      '',
      await readDirectory(records),
      londonDate(deps.clock.now()),
    );
    const known = (await records.meetings.all()).some(({ on, title }) => on === meeting.on && title === text);
    if (!known) {
      await records.audit.append(auditOf(deps, actor, 'meeting_added', `meeting:${meeting.on}`));
      await records.meetings.add({ id: deps.newId(), on: meeting.on, title: text });
    }
    return success({ title: text, packFreezesOn: packFreezesOn(meeting.on, settings), personalData: found });
  });
}

export interface RecordedDecision {
  readonly meetingOn: LocalDate;
  readonly actionCode: string | null;
  /** False when these same words had been minuted under that meeting. */
  readonly isNew: boolean;
  readonly personalData: readonly FoundPersonalData[];
}

/** Minutes a decision under the last meeting that has been held; an action's code at its start links it to the action. */
export async function recordDecision(
  deps: Deps,
  actor: Actor,
  words: string,
): Promise<Result<RecordedDecision, Refusal>> {
  return allOrNothing<RecordedDecision>(deps.store.in(actor.partnershipId), async (records) => {
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
    const { text, found } = guardText(words, '', await readDirectory(records), today);
    const first = text.split(/\s+/)[0]?.toUpperCase() ?? '';
    const actionCode = plan.actions.find(({ code }) => code === first)?.code ?? null;
    const decided = actionCode === null ? text : text.slice(first.length).trim();
    if (decided === '')
      return failure(
        refusal(
          'invalid',
          `Say what was decided about ${first}, for example: decide ${first} spend is agreed.`,
        ),
      );
    const recorded = { meetingOn: meeting.on, actionCode, personalData: found };
    const known = (await records.meetings.decisions()).some(
      (each) => each.meetingId === meeting.id && each.text === decided && each.actionCode === actionCode,
    );
    if (known) return success({ ...recorded, isNew: false });
    await records.audit.append(
      auditOf(deps, actor, 'decision_recorded', `meeting:${meeting.on}`, { action: actionCode }),
    );
    await records.meetings.addDecision({
      id: deps.newId(),
      meetingId: meeting.id,
      kind: 'decision',
      text: decided,
      actionCode,
      ownerName: null,
      due: null,
      closedOn: null,
      byPersonId: actor.personId,
      at: now,
    });
    return success({ ...recorded, isNew: true });
  });
}
