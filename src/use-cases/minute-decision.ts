import { londonDate } from '../kit/london.ts';
import { dayInWords, type LocalDate } from '../kit/local-date.ts';
import { failure, success, type Result } from '../kit/result.ts';
import { can } from '../plan/permissions.ts';
import { planAction } from '../plan/plan-lookup.ts';
import { checkLength } from '../plan/update-rules.ts';
import { textLimits } from '../plan/update.ts';
import { allOrNothing } from './all-or-nothing.ts';
import { auditOf } from './audit-facts.ts';
import { guardBoardWords, type BoardWords } from './board-words.ts';
import { planInForce } from './cycle-context.ts';
import type { Actor, Deps } from './deps.ts';
import type { FoundPersonalData } from './guard-words.ts';
import type { Decision, Meeting } from './ports/board-records.ts';
import { refusal, type Refusal } from './refusal.ts';

export interface MinuteDecision {
  /** Null = the last meeting that has been held. */
  readonly meetingId: string | null;
  readonly actionCode: string | null;
  readonly text: string;
  /** Who does what follows from it: then it is chased in the digests until it is done. Null = nothing is to be done. */
  readonly ownerName: string | null;
  readonly due: LocalDate | null;
}

export interface RecordedDecision {
  readonly meetingOn: LocalDate;
  readonly actionCode: string | null;
  /** False when these same words had been minuted under that meeting. */
  readonly isNew: boolean;
  readonly personalData: readonly FoundPersonalData[];
}

/** Minutes what a meeting decided, or whom it asked to do what by when; the same words under the same meeting are minuted once. */
export async function minuteDecision(
  deps: Deps,
  actor: Actor,
  minute: MinuteDecision,
): Promise<Result<RecordedDecision, Refusal>> {
  return allOrNothing<RecordedDecision>(deps.store.in(actor.partnershipId), async (records) => {
    const now = deps.clock.now();
    const today = londonDate(now);
    const plan = await planInForce(records, now);
    if (!plan) return failure(refusal('not_found', 'No plan is in force yet.'));
    const permission = can(actor, 'record_decision', { kind: 'partnership' }, plan, today);
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const meeting = meetingMeant(await records.meetings.all(), minute.meetingId, today);
    if (!meeting.ok) return meeting;
    const { actionCode, ownerName, due } = minute;
    if (actionCode !== null && !planAction(plan, actionCode))
      return failure(refusal('not_found', `There is no action "${actionCode}" in this plan.`));
    const tooLong = [
      ...checkLength('text', 'The decision', minute.text, textLimits.what),
      ...checkLength('who', 'The name', ownerName ?? '', textLimits.who),
    ];
    if (tooLong[0]) return failure(refusal('invalid', tooLong[0].words, tooLong));
    const written = await guardBoardWords(deps, records, actor, { text: minute.text, who: ownerName ?? '' });
    const { text } = written.kept;
    const { on: meetingOn, id: meetingId } = meeting.value;
    const recorded = { meetingOn, actionCode, personalData: written.found };
    const ofMeeting = (await records.meetings.decisions()).filter(
      (each) => each.meetingId === meetingId && each.actionCode === actionCode,
    );
    if (ofMeeting.some((each) => each.text === text)) return success({ ...recorded, isNew: false });
    const masked = ofMeeting.find((each) => isMasked(each, written.masked, actor));
    const words = { text, ownerName: ownerName === null ? null : written.kept.who, due };
    const verb = masked === undefined ? 'decision_recorded' : 'decision_reworded';
    await records.audit.append(
      auditOf(deps, actor, verb, `meeting:${meetingOn}`, { action: actionCode, due }),
    );
    if (masked === undefined)
      await records.meetings.addDecision({
        id: deps.newId(),
        meetingId,
        kind: ownerName === null ? 'decision' : 'meeting_action',
        actionCode,
        ...words,
        closedOn: null,
        byPersonId: actor.personId,
        at: now,
      });
    else await records.meetings.rewordDecision(masked.id, words);
    await written.settle();
    return success({ ...recorded, isNew: true });
  });
}

/** True for what the same person minuted a moment ago, without the work contact that they have confirmed since. */
function isMasked(
  { text, ownerName, byPersonId }: Decision,
  masked: BoardWords<'text' | 'who'>['masked'],
  actor: Actor,
): boolean {
  return byPersonId === actor.personId && text === masked.text && (ownerName ?? '') === masked.who;
}

function meetingMeant(
  meetings: readonly Meeting[],
  id: string | null,
  today: LocalDate,
): Result<Meeting, Refusal> {
  const meeting =
    id === null ? meetings.filter(({ on }) => on <= today).at(-1) : meetings.find((each) => each.id === id);
  if (!meeting)
    return failure(
      refusal(
        'not_found',
        'No meeting has been held yet. Add it first: meeting 2026-12-03 Partnership Board.',
      ),
    );
  if (meeting.on > today)
    return failure(
      refusal(
        'invalid',
        `${meeting.title} meets on ${dayInWords(meeting.on)}: it has not decided anything yet.`,
      ),
    );
  return success(meeting);
}

/** What a meeting asked somebody to do is done. Doing it again changes nothing. */
export async function closeMeetingAction(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Result<Decision, Refusal>> {
  return allOrNothing<Decision>(deps.store.in(actor.partnershipId), async (records) => {
    const today = londonDate(deps.clock.now());
    const plan = await planInForce(records, deps.clock.now());
    if (!plan) return failure(refusal('not_found', 'No plan is in force yet.'));
    const permission = can(actor, 'record_decision', { kind: 'partnership' }, plan, today);
    if (!permission.allowed) return failure(refusal('not_allowed', permission.words));
    const decision = (await records.meetings.decisions()).find((each) => each.id === id);
    if (decision?.kind !== 'meeting_action')
      return failure(
        refusal('not_found', 'There is no such action from a meeting. Type "decisions" to see them.'),
      );
    if (decision.closedOn !== null) return success(decision);
    await records.meetings.closeDecision(id, today);
    await records.audit.append(auditOf(deps, actor, 'meeting_action_closed', `decision:${id}`));
    return success({ ...decision, closedOn: today });
  });
}
