import { createHash } from 'node:crypto';
import type { PersonalDataType } from '../../guard/personal-data-finding.ts';
import type { Month } from '../../plan/month.ts';
import type { Message } from '../../messages/message.ts';
import { sentence } from '../../messages/sentence.ts';
import { workContactQuestion } from '../../messages/work-contact-question.ts';
import { auditOf } from '../audit-facts.ts';
import type { Actor, Deps } from '../deps.ts';
import type { FoundPersonalData } from '../guard-words.ts';
import type { OpenQuestion } from '../ports/machine-records.ts';
import { kindsOf, passKind, passMinutes } from '../work-contacts.ts';
import { saying, type Answer } from './answer.ts';

export const contactKind = 'work_contact';

/** What may be a work contact and was left out: asked about privately, once for each message. Empty where all is certain. */
export async function askAboutContacts(
  deps: Deps,
  actor: Actor,
  month: Month,
  found: readonly FoundPersonalData[],
  cause: string,
): Promise<readonly Message[]> {
  const open = found.filter(({ certain }) => !certain);
  if (open.length === 0) return [];
  const kinds: readonly PersonalDataType[] = [...new Set(open.map(({ type }) => type))];
  const id = idFor(actor, `${cause}:contact`);
  const { questions } = deps.store.in(actor.partnershipId);
  if (!(await questions.byId(id)))
    await questions.add({
      id,
      personId: actor.personId,
      kind: contactKind,
      data: { month, kinds },
      askedAt: deps.clock.now(),
      answeredAt: null,
    });
  return [workContactQuestion({ id, found: [...new Set(open.map(({ words }) => words))], kinds })];
}

/** "It is a work contact, keep it": nothing was kept, so the next message or form may hold it. "Leave it out": it stays out. */
export async function chooseContact(
  deps: Deps,
  actor: Actor,
  asked: OpenQuestion,
  option: number,
): Promise<Answer> {
  const at = deps.clock.now();
  const isFirst = await deps.store.in(actor.partnershipId).transact(async (records) => {
    if (!(await records.questions.answer(asked.id, at))) return false;
    const verb = option === 0 ? 'work_contact_confirmed' : 'work_contact_left_out';
    const kinds = kindsOf(asked);
    await records.audit.append(
      auditOf(deps, actor, verb, `question:${asked.id}`, { kinds: kinds.join(' ') }),
    );
    if (option === 0)
      await records.questions.add({
        id: idFor(actor, `${asked.id}:pass`),
        personId: actor.personId,
        kind: passKind,
        data: { kinds },
        askedAt: at,
        answeredAt: null,
      });
    return true;
  });
  if (!isFirst) return saying(sentence('You have answered that already; nothing was changed.', 'quiet'));
  if (option !== 0) return saying(sentence('Left out, then. The rest of your answer stands.'));
  return saying(
    sentence(
      `Noted. bcp has not kept those words, so please send that line once more within ${passMinutes} minutes: this time it stays as you write it. NHS numbers, pupil numbers and the like are taken out all the same.`,
    ),
  );
}

function idFor(actor: Actor, cause: string): string {
  return createHash('sha256').update(`${actor.personId} ${cause}`).digest('hex').slice(0, 32);
}
