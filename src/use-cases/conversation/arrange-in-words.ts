import { dayWithWeekday, type LocalDate } from '../../kit/local-date.ts';
import { londonDate } from '../../kit/london.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Person } from '../../plan/people.ts';
import type { ReplyReading } from '../../replies/reply-reading.ts';
import type { Actor, Deps } from '../deps.ts';
import { deferPrompt } from '../defer-prompt.ts';
import { handOver } from '../hand-over.ts';
import { recordAbsence } from '../record-absence.ts';
import { saying, type Answer } from './answer.ts';
import { absenceWords, handedWords } from './arrangement-words.ts';
import type { OwnPrompt } from './open-forms.ts';
import { openLaterForm, openNotMeForm } from './open-small-forms.ts';

/** "Friday": no reminder before then. Without a day, the days are offered. */
export async function arrangeLater(
  deps: Deps,
  actor: Actor,
  month: string,
  until: LocalDate | null,
  eventKey: string,
): Promise<Answer> {
  if (until === null) {
    const form = await openLaterForm(deps, actor, month);
    return form.ok ? { ...saying(), form: form.value } : saying(refusalMessage(form.error));
  }
  const deferred = await deferPrompt(deps, actor, month, until, eventKey);
  if (!deferred.ok) return saying(refusalMessage(deferred.error));
  return saying(sentence(laterWords(until)));
}

/** Says back what "Later" does. */
export function laterWords(until: LocalDate): string {
  return `You hear from me on ${dayWithWeekday(until)}, and not before. You may answer any time.`;
}

/** "On leave til 4th, ask Priya". Without a last day it is asked for; a name that nobody has, or several have, is said back. */
export async function arrangeAbsence(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  reading: ReplyReading,
  eventKey: string,
): Promise<Answer> {
  const until = reading.away?.until ?? null;
  const cover = reading.delegate ? findPerson(reading.delegate.name, own, actor) : null;
  const isWhoOpen = (reading.delegate !== null && cover === null) || reading.question !== null;
  if (until === null || isWhoOpen) return askWho(deps, actor, own, reading);
  const absence = await recordAbsence(
    deps,
    actor,
    {
      from: reading.away?.from ?? londonDate(deps.clock.now()),
      until,
      coverPersonId: cover?.id ?? null,
    },
    eventKey,
  );
  return saying(absence.ok ? sentence(absenceWords(absence.value)) : refusalMessage(absence.error));
}

/** "Priya leads on this now": hands over for good; "ask Priya" for now opens the short form, as its last day is not known. */
export async function arrangeDelegate(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  reading: ReplyReading,
  eventKey: string,
): Promise<Answer> {
  const person = reading.delegate ? findPerson(reading.delegate.name, own, actor) : null;
  const owned = own.prompt.items.filter((item) => item.kind === 'action' && item.as === 'owner');
  const [only] = owned;
  if (!reading.delegate?.permanent || !person || owned.length !== 1 || !only)
    return askWho(deps, actor, own, reading);
  const handed = await handOver(deps, actor, {
    scopes: [{ kind: 'action', code: only.code }],
    toPersonId: person.id,
    from: londonDate(deps.clock.now()),
    eventKey,
  });
  return saying(handed.ok ? sentence(handedWords(handed.value, person.name)) : refusalMessage(handed.error));
}

async function askWho(deps: Deps, actor: Actor, own: OwnPrompt, reading: ReplyReading): Promise<Answer> {
  const form = await openNotMeForm(deps, actor, own.prompt.month);
  if (!form.ok) return saying(refusalMessage(form.error));
  const name = reading.delegate?.name ?? null;
  const isKnown = name === null || findPerson(name, own, actor) !== null;
  const several = reading.question?.options.map(({ label }) => label) ?? [];
  const words = !isKnown
    ? `I do not know anybody called ${name}. Choose who answers instead.`
    : several.length > 0
      ? `There are several: ${several.join('; ')}. Choose who answers instead. Nothing is changed before you say.`
      : 'Who answers, and until when? Nothing is changed before you say.';
  return { ...saying(sentence(words)), form: form.value };
}

/** The one colleague of this name, or of this first name, who has not left; null when there is none or more than one. */
function findPerson(name: string, { facts }: OwnPrompt, actor: Actor): Person | null {
  const wanted = name.trim().toLowerCase();
  const opened = londonDate(facts.context.cycle.openedAt);
  const others = facts.directory.people.filter(
    ({ id, endsOn }) => id !== actor.personId && (endsOn === null || endsOn >= opened),
  );
  const whole = others.filter((person) => person.name.toLowerCase() === wanted);
  const first = others.filter((person) => person.name.toLowerCase().split(' ')[0] === wanted);
  const [found] = whole.length > 0 ? whole : first;
  return whole.length === 1 || (whole.length === 0 && first.length === 1) ? (found ?? null) : null;
}
