import type { Clock } from '../kit/clock.ts';
import { cycleCalendar, cycleEvents } from '../plan/cycle-calendar.ts';
import { londonInstant } from '../kit/london.ts';
import { isRoleActive } from '../plan/roles.ts';
import type { Month } from '../plan/month.ts';
import { drainOutbox } from '../delivery/drain.ts';
import { runDueEvents } from '../schedule/run-due-events.ts';
import { approveDigest } from '../use-cases/approve-digest.ts';
import { readCycleSettings } from '../use-cases/cycle-settings.ts';
import type { Actor } from '../use-cases/deps.ts';
import { moderateUpdate } from '../use-cases/moderate-update.ts';
import type { Sender } from '../use-cases/ports/sender.ts';
import { postDigest } from '../use-cases/post-digest.ts';
import { actorOfPerson } from '../use-cases/who-is.ts';
import { perform, type Acknowledged, type Stagehands } from './perform.ts';
import { planActs } from './players.ts';
import { oneOf } from './random.ts';

export interface PlayDeps extends Stagehands {
  readonly clock: Clock & { set(instant: Date): void };
  readonly senders: readonly Sender[];
}

/** Plays one month from its prompt to its posted digest. `isFirst`: the plan has no month before. */
export async function playMonth(
  play: PlayDeps,
  month: Month,
  isFirst: boolean,
): Promise<readonly Acknowledged[]> {
  const store = play.deps.store.in(play.partnershipId);
  const calendar = cycleCalendar(month, await readCycleSettings(store));
  await moveTo(play, calendar.promptAt);
  const prompts = await store.prompts.ofMonth(month);
  const people = prompts
    .map(({ personId }) => ({ personId }))
    .sort((one, other) => (one.personId < other.personId ? -1 : 1));
  const acts = planActs(play.random, calendar, people, isFirst);
  const events = cycleEvents(calendar).map(({ at }) => at);
  const saved: Acknowledged[] = [];
  for (const act of acts) {
    for (const at of events.filter((event) => event > play.clock.now() && event <= act.at))
      await moveTo(play, at);
    await moveTo(play, act.at);
    saved.push(...(await perform(play, act, month)));
    await drain(play);
  }
  for (const at of events.filter((event) => event > play.clock.now() && event < calendar.digestAt))
    await moveTo(play, at);
  await moderateOne(play, month);
  await moveTo(play, calendar.digestAt);
  await publish(play, month, calendar.days.digest);
  return saved;
}

/** Moves the clock, does what falls due and sends what was promised. */
export async function moveTo(play: PlayDeps, instant: Date): Promise<readonly string[]> {
  if (instant > play.clock.now()) play.clock.set(instant);
  const happened = await runDueEvents(play.deps);
  await drain(play);
  return happened;
}

async function drain({ deps, senders }: PlayDeps): Promise<void> {
  await drainOutbox({
    outbox: deps.store.outbox,
    senders,
    clock: deps.clock,
    log: deps.log,
    random: () => 0.5,
  });
}

/** Now and then a theme lead reads a rating differently from its owner. */
async function moderateOne(play: PlayDeps, month: Month): Promise<void> {
  if (play.random() < 0.5) return;
  const store = play.deps.store.in(play.partnershipId);
  const green = (await store.updates.latestOfMonth(month)).filter(
    ({ content }) => content?.rating === 'green',
  );
  if (green.length === 0) return;
  const { actionCode } = oneOf(play.random, green);
  const secretariat = await whoHolds(play, 'secretariat');
  if (!secretariat) return;
  await moderateUpdate(play.deps, secretariat, {
    month,
    actionCode,
    rating: 'amber',
    reason: 'Partners report that part of the work has not begun.',
  });
}

async function publish(play: PlayDeps, month: Month, digestDay: string): Promise<void> {
  const secretariat = await whoHolds(play, 'secretariat');
  const drafts = (await play.deps.store.in(play.partnershipId).digests.ofMonth(month)).filter(
    ({ state }) => state === 'draft',
  );
  if (!secretariat) return;
  await moveTo(play, londonInstant(digestDay, '11:00'));
  for (const draft of drafts) {
    const approved = await approveDigest(play.deps, secretariat, draft.id);
    if (approved.ok) await postDigest(play.deps, secretariat, approved.value.id);
  }
  await drain(play);
}

/** Somebody who holds a role of the partnership today. */
export async function whoHolds(play: PlayDeps, kind: 'secretariat' | 'chair'): Promise<Actor | null> {
  const today = play.clock.now().toISOString().slice(0, 10);
  const role = (await play.deps.store.in(play.partnershipId).people.roles()).find(
    (each) => each.kind === kind && isRoleActive(each, today),
  );
  return role ? actorOfPerson(play.deps, play.partnershipId, role.personId, 'rehearsal') : null;
}
