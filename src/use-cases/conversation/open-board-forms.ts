import { londonDate } from '../../kit/london.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import { decisionForm, meetingForm, moderationForm } from '../../messages/forms/board-forms.ts';
import type { Form } from '../../messages/forms/form.ts';
import { monthInWords } from '../../plan/month.ts';
import { can } from '../../plan/permissions.ts';
import { planAction } from '../../plan/plan-lookup.ts';
import { ratingIn } from '../../plan/position.ts';
import { cycleContext } from '../cycle-context.ts';
import { readCycleSettings } from '../cycle-settings.ts';
import type { Actor, Deps } from '../deps.ts';
import type { Cycle } from '../ports/cycle-records.ts';
import type { PartnershipStore } from '../ports/store.ts';
import { refusal, type Refusal } from '../refusal.ts';
import { enterOffice } from './enter-office.ts';

/** How many meetings that have been held are offered. */
const meetingsOffered = 6;

/** The month that a moderation is about: while the next is being asked about, still the one that has closed. */
export async function monthModerated(store: PartnershipStore): Promise<Cycle | null> {
  const cycles = await store.cycles.all();
  return cycles.find(({ state }) => state === 'closed') ?? cycles[0] ?? null;
}

/** `moderate` or `moderate IC5`: the actions that the person may moderate, each with what its owner said. */
export async function openModerationForm(
  deps: Deps,
  actor: Actor,
  about: string,
): Promise<Result<Form, Refusal>> {
  const store = deps.store.in(actor.partnershipId);
  const cycle = await monthModerated(store);
  const context = cycle && (await cycleContext(store, cycle.month));
  if (!context)
    return failure(refusal('not_found', 'No month has been opened yet, so there is nothing to moderate.'));
  const { month } = context.cycle;
  const { plan } = context;
  const code = about.toUpperCase();
  if (about !== '' && !planAction(plan, code))
    return failure(
      refusal('not_found', `There is no action "${about}" in this plan. Give a code, for example IC5.`),
    );
  const today = londonDate(deps.clock.now());
  const permissions = plan.actions.map((action) => ({
    action,
    permission: can(actor, 'moderate', { kind: 'action', code: action.code }, plan, today),
  }));
  const mine = permissions.filter(({ permission }) => permission.allowed).map(({ action }) => action);
  const refused = permissions.find(
    ({ action, permission }) =>
      !permission.allowed && (about === '' ? mine.length === 0 : action.code === code),
  )?.permission;
  if (refused && !refused.allowed) return failure(refusal('not_allowed', refused.words));
  const updates = new Map((await store.updates.latestOfMonth(month)).map((each) => [each.actionCode, each]));
  const moderations = await store.moderations.latestOfMonth(month);
  return success(
    moderationForm({
      typed: about === '' ? 'moderate' : `moderate ${code}`,
      month,
      monthWords: monthInWords(month),
      actions: mine.map((action) => ({
        code: action.code,
        title: action.shortTitle,
        own: ratingIn(updates.get(action.code) ?? null, context.cycle.state === 'open'),
        moderated: moderations.find(({ actionCode }) => actionCode === action.code)?.rating ?? null,
      })),
      action: about === '' ? '' : code,
    }),
  );
}

/** `meeting`: a date for the calendar. */
export async function openMeetingForm(deps: Deps, actor: Actor): Promise<Result<Form, Refusal>> {
  const office = await enterOffice(deps, actor, 'record_decision');
  if (!office.ok) return office;
  const { store, plan } = office.value;
  const { packClearDays } = await readCycleSettings(store);
  return success(meetingForm({ typed: 'meeting', title: plan.partnership.boardName, packClearDays }));
}

/** `decide` or `decide IC5`: under one of the last meetings that have been held. */
export async function openDecisionForm(
  deps: Deps,
  actor: Actor,
  about: string,
): Promise<Result<Form, Refusal>> {
  const office = await enterOffice(deps, actor, 'record_decision');
  if (!office.ok) return office;
  const { store, plan, today } = office.value;
  const code = about.toUpperCase();
  if (about !== '' && !planAction(plan, code))
    return failure(
      refusal('not_found', `There is no action "${about}" in this plan. Give a code, for example IC5.`),
    );
  const held = (await store.meetings.all()).filter(({ on }) => on <= today);
  if (held.length === 0)
    return failure(refusal('not_found', 'No meeting has been held yet. Add it first: type "meeting".'));
  return success(
    decisionForm({
      typed: about === '' ? 'decide' : `decide ${code}`,
      meetings: held.slice(-meetingsOffered).reverse(),
      actions: plan.actions.map((action) => ({ code: action.code, title: action.shortTitle })),
      asks: await openAsks(store),
      action: about === '' ? '' : code,
    }),
  );
}

/** What owners ask of the board in the newest month, a line each: what is to be answered. */
export async function openAsks(store: PartnershipStore): Promise<readonly string[]> {
  const [newest] = await store.cycles.all();
  if (!newest) return [];
  const updates = await store.updates.latestOfMonth(newest.month);
  return updates.flatMap(({ actionCode, content }) =>
    content?.ask ? [`${actionCode} asks the board to ${content.ask.verb}: ${content.ask.what}`] : [],
  );
}
