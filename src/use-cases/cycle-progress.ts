import type { ProgressFacts } from '../messages/progress-words.ts';
import type { LocalDate } from '../kit/local-date.ts';
import { isAway } from '../plan/roles.ts';
import type { CycleContext, Directory } from './cycle-context.ts';
import type { Prompt } from './ports/cycle-records.ts';
import type { DeliveryOutcomeOf } from './ports/delivery-records.ts';
import type { Records } from './ports/store.ts';
import { destinationsOf } from './promise-message.ts';
import { isAnswered, measureCodesOf, readPromptFacts } from './prompt-view.ts';

/** How one person stands in a month. `absent`: away today, and nobody covers. `unreachable`: no account, or the prompt did not arrive. */
export type PersonStands = 'answered' | 'waiting' | 'later' | 'absent' | 'unreachable';

export interface PersonProgress {
  readonly prompt: Prompt;
  readonly stands: PersonStands;
  /** What became of the prompt itself: to all accounts of the person, the best of them. */
  readonly sending: 'sent' | 'on_its_way' | 'stopped';
  /** Why it did not arrive, as a sentence; null where it did or may. */
  readonly trouble: string | null;
}

/** How a month stands, person by person; whoever's prompt is with somebody else is not in it. */
export async function cycleProgress(
  records: Records,
  context: CycleContext,
  directory: Directory,
  today: LocalDate,
): Promise<readonly PersonProgress[]> {
  const { month } = context.cycle;
  const prompts = (await records.prompts.ofMonth(month)).filter(({ state }) => state !== 'moved');
  const facts = await readPromptFacts(records, context, directory, measureCodesOf(prompts));
  const outcomes = (await records.deliveries.outcomesOf(`prompt:${month}:`)).filter(
    ({ purpose }) => purpose === 'prompt',
  );
  return prompts.map((prompt) => {
    const own = outcomes.filter(({ to }) => to.kind !== 'channel' && to.personId === prompt.personId);
    const sending = sendingOf(own);
    const trouble = noAccount(prompt, directory) ?? (sending === 'stopped' ? whyStopped(own) : null);
    const isReachable = trouble === null;
    const stands = isAnswered(prompt, facts) ? 'answered' : standsOpen(prompt, directory, today, isReachable);
    return { prompt, stands, sending, trouble };
  });
}

function standsOpen(
  { personId, deferredUntil }: Prompt,
  { absences }: Directory,
  today: LocalDate,
  isReachable: boolean,
): PersonStands {
  if (!isReachable) return 'unreachable';
  if (isAway(personId, absences, today)) return 'absent';
  return deferredUntil !== null && deferredUntil > today ? 'later' : 'waiting';
}

function sendingOf(own: readonly DeliveryOutcomeOf[]): PersonProgress['sending'] {
  if (own.some(({ state }) => state === 'sent')) return 'sent';
  // What is not certain may well be there: it is not called unreachable.
  return own.some(({ state }) => state === 'waiting' || state === 'ambiguous') ? 'on_its_way' : 'stopped';
}

/** The reason where no account is linked (any more). */
function noAccount({ personId }: Prompt, directory: Directory): string | null {
  const person = directory.person(personId);
  const [to] = person ? destinationsOf(person, directory.accounts) : [];
  return to?.kind === 'nobody' ? to.reason : null;
}

/** An account that was linked since makes a person reachable again, although the prompt had nowhere to go. */
function whyStopped(own: readonly DeliveryOutcomeOf[]): string | null {
  const tried = own.filter(({ to }) => to.kind === 'account');
  return tried.length === 0 ? null : (tried.at(-1)?.trouble ?? 'The prompt did not arrive.');
}

/** Counts only: what App Home and `cycle show` tell without a name. */
export function countProgress(progress: readonly PersonProgress[]): ProgressFacts {
  const standing = (stands: PersonStands) => progress.filter((each) => each.stands === stands).length;
  const sending = (which: PersonProgress['sending']) =>
    progress.filter((each) => each.sending === which).length;
  return {
    asked: progress.length,
    answered: standing('answered'),
    waiting: standing('waiting'),
    later: standing('later'),
    absent: standing('absent'),
    unreachable: standing('unreachable'),
    sent: sending('sent'),
    onTheirWay: sending('on_its_way'),
  };
}
