import { dayWithWeekday, type LocalDate } from '../../kit/local-date.ts';
import { londonDate } from '../../kit/london.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Person } from '../../plan/people.ts';
import type { ReplyReading } from '../../replies/reply-reading.ts';
import { handOver } from '../change-roles.ts';
import { deferPrompt } from '../defer-prompt.ts';
import type { Actor, Deps } from '../deps.ts';
import { recordAbsence } from '../record-absence.ts';
import { saying, type Answer } from './answer.ts';
import { openLaterForm, openNotMeForm, type OwnPrompt } from './open-forms.ts';

/** "Friday": no reminder before then. Without a day, the days are offered. */
export async function arrangeLater(
  deps: Deps,
  actor: Actor,
  month: string,
  until: LocalDate | null,
): Promise<Answer> {
  if (until === null) {
    const form = await openLaterForm(deps, actor, month);
    return form.ok ? { ...saying(), form: form.value } : saying(refusalMessage(form.error));
  }
  const deferred = await deferPrompt(deps, actor, month, until);
  if (!deferred.ok) return saying(refusalMessage(deferred.error));
  return saying(sentence(`No reminder before ${dayWithWeekday(until)}. You may answer any time.`));
}

/** "On leave til 4th, ask Priya". Without a last day it is asked for; a name nobody has is said back. */
export async function arrangeAbsence(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  reading: ReplyReading,
): Promise<Answer> {
  const until = reading.away?.until ?? null;
  const cover = reading.delegate ? findPerson(reading.delegate.name, own, actor) : null;
  if (until === null || (reading.delegate && cover === null))
    return askWho(deps, actor, own, reading.delegate?.name ?? null);
  const absence = await recordAbsence(deps, actor, {
    from: reading.away?.from ?? londonDate(deps.clock.now()),
    until,
    coverPersonId: cover?.id ?? null,
  });
  if (!absence.ok) return saying(refusalMessage(absence.error));
  const who =
    absence.value.coverName === null
      ? 'Your deputy, if you have one, is asked meanwhile'
      : `${absence.value.coverName} is asked meanwhile`;
  return saying(sentence(`Noted: away until ${dayWithWeekday(until)}. ${who}.`));
}

/** "Priya leads on this now": hands over for good; "ask Priya" for now opens the short form, as its last day is not known. */
export async function arrangeDelegate(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  reading: ReplyReading,
): Promise<Answer> {
  const person = reading.delegate ? findPerson(reading.delegate.name, own, actor) : null;
  const owned = own.prompt.items.filter((item) => item.kind === 'action' && item.as === 'owner');
  const [only] = owned;
  if (!reading.delegate?.permanent || !person || owned.length !== 1 || !only)
    return askWho(deps, actor, own, reading.delegate?.name ?? null);
  const handed = await handOver(deps, actor, {
    scope: { kind: 'action', code: only.code },
    toPersonId: person.id,
    from: londonDate(deps.clock.now()),
  });
  if (!handed.ok) return saying(refusalMessage(handed.error));
  return saying(
    sentence(`${only.code}: ${person.name} is the owner from today and has been asked to accept.`),
  );
}

async function askWho(deps: Deps, actor: Actor, own: OwnPrompt, name: string | null): Promise<Answer> {
  const form = await openNotMeForm(deps, actor, own.prompt.month);
  if (!form.ok) return saying(refusalMessage(form.error));
  const known = name === null || findPerson(name, own, actor) !== null;
  const words = known
    ? 'Who answers, and until when? Nothing is changed before you say.'
    : `I do not know anybody called ${name}. Choose who answers instead.`;
  return { ...saying(sentence(words)), form: form.value };
}

/** The one colleague of this name, or of this first name; null when there is none or more than one. */
function findPerson(name: string, own: OwnPrompt, actor: Actor): Person | null {
  const wanted = name.trim().toLowerCase();
  const others = own.facts.directory.people.filter(({ id }) => id !== actor.personId);
  const whole = others.filter((person) => person.name.toLowerCase() === wanted);
  const first = others.filter((person) => person.name.toLowerCase().split(' ')[0] === wanted);
  const [found] = whole.length > 0 ? whole : first;
  return whole.length === 1 || (whole.length === 0 && first.length === 1) ? (found ?? null) : null;
}
