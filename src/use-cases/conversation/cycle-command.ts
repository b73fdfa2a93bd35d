import { londonDate, londonTime } from '../../kit/london.ts';
import { dayWithWeekday } from '../../kit/local-date.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { cycleStands } from '../../messages/cycle-stands.ts';
import type { Message } from '../../messages/message.ts';
import { cycleEvents, type CycleEventName } from '../../plan/cycle-calendar.ts';
import { isMonth, monthInWords } from '../../plan/month.ts';
import { can } from '../../plan/permissions.ts';
import { isRoleActive } from '../../plan/roles.ts';
import { closeCycle } from '../close-cycle.ts';
import { incidentsOf } from '../count-incidents.ts';
import { takenOutInWords } from '../../messages/taken-out-words.ts';
import { countProgress, cycleProgress } from '../cycle-progress.ts';
import { currentCycle, planInForce, readDirectory, type CycleContext } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { openCycle } from '../open-cycle.ts';
import { setCycleSettings } from '../set-cycle-settings.ts';
import { saying, type Answer } from './answer.ts';
import { opening } from './enter-office.ts';
import { openOfficeForm } from './open-office-form.ts';
import { changedWords } from './save-settings-form.ts';

const eventWords: Readonly<Record<CycleEventName, string>> = {
  prompt: 'Everybody is asked',
  nudge_1: 'First reminder',
  nudge_2: 'Second reminder',
  deputy: 'Deputies are asked',
  theme_lead: 'Theme leads are told',
  close: 'The month closes',
  moderation_ends: 'Moderation ends',
  digest: 'The digest is drafted',
};

/** What a calendar event is called for people. */
export function eventInWords(name: CycleEventName): string {
  return eventWords[name];
}

/** `cycle`, `cycle open 2026-11`, `cycle close`; `cycle settings` opens the rhythm as a form, `cycle set close-day 9` changes one thing. */
export async function cycleCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  if (/^settings\b/i.test(words.trim())) return opening(await openOfficeForm(deps, actor, 'cycle settings'));
  if (/^set\b/i.test(words.trim())) return set(deps, actor, words.trim().slice('set'.length));
  const [what = 'show', month = londonDate(deps.clock.now()).slice(0, 7)] = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const store = deps.store.in(actor.partnershipId);
  const plan = await planInForce(store, deps.clock.now());
  if (!plan) return saying(sentence('No plan is in force yet, so there is no cycle.'));
  if (what === 'show') return saying(await cycleMessage(deps, actor));
  if (what !== 'open' && what !== 'close')
    return saying(
      sentence('Say "cycle", "cycle settings", "cycle open 2026-11" or "cycle close 2026-11".', 'notice'),
    );
  if (!isMonth(month)) return saying(sentence(`"${month}" is not a month. Write it like 2026-11.`, 'notice'));
  const permission = can(
    actor,
    what === 'open' ? 'open_cycle' : 'close_cycle',
    { kind: 'partnership' },
    plan,
    londonDate(deps.clock.now()),
  );
  if (!permission.allowed) return saying(sentence(permission.words, 'notice'));
  return saying(await (what === 'open' ? opened(deps, actor, month) : closed(deps, actor, month)));
}

async function opened(deps: Deps, actor: Actor, month: string): Promise<Message> {
  const outcome = await openCycle(deps, actor.partnershipId, month, actor.personId);
  if (!outcome.ok) return refusalMessage(outcome.error);
  const { opened: isNew, prompts } = outcome.value;
  return sentence(
    isNew
      ? `${monthInWords(month)} is open: ${prompts === 1 ? 'one person is' : `${prompts} people are`} asked.`
      : `${monthInWords(month)} had been opened before; nothing was changed.`,
  );
}

async function closed(deps: Deps, actor: Actor, month: string): Promise<Message> {
  const outcome = await closeCycle(deps, actor.partnershipId, month, actor.personId);
  if (!outcome.ok) return refusalMessage(outcome.error);
  const { closed: isNew, noUpdate } = outcome.value;
  return sentence(
    isNew
      ? `${monthInWords(month)} is closed: ${noUpdate.length === 0 ? 'every action has an update' : `${noUpdate.length} without an update`}.`
      : `${monthInWords(month)} had been closed before; nothing was changed.`,
  );
}

async function cycleMessage(deps: Deps, actor: Actor): Promise<Message> {
  const store = deps.store.in(actor.partnershipId);
  const context = await currentCycle(store);
  if (!context)
    return sentence('No month has been opened yet. The first opens on the first working day at 09:00.');
  const today = londonDate(deps.clock.now());
  const directory = await readDirectory(store);
  const counts = countProgress(await cycleProgress(store, context, directory, today));
  return cycleStands({
    monthWords: monthInWords(context.cycle.month),
    state: context.cycle.state,
    counts,
    events: eventFacts(context),
    takenOut: takenOutInWords(await incidentsOf(store, context.cycle.month)),
    isOffice: actor.roles.some((role) => role.kind === 'secretariat' && isRoleActive(role, today)),
  });
}

function eventFacts({
  calendar,
}: CycleContext): readonly { readonly label: string; readonly value: string }[] {
  return cycleEvents(calendar).map(({ name, at }) => ({
    label: eventWords[name],
    value: `${dayWithWeekday(londonDate(at))}, ${londonTime(at)}`,
  }));
}

/** `cycle set close-day 9`: one thing of the rhythm, by name. */
async function set(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const [, name = '', value = ''] = /^(\S+)\s*([\s\S]*)$/.exec(words.trim()) ?? [];
  if (name === '') return opening(await openOfficeForm(deps, actor, 'cycle settings'));
  const changed = await setCycleSettings(deps, actor, new Map([[name.toLowerCase(), value]]));
  return saying(
    changed.ok ? sentence(changedWords(changed.value)) : refusalMessage({ words: changed.error.words }),
  );
}
