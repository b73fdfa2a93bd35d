import { dayInWords, isLocalDate } from '../../kit/local-date.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { readDirectory } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { recordLeaving, type Leaving } from '../record-leaving.ts';
import { saying, type Answer } from './answer.ts';
import { nobodyOrMany, peopleNamed } from './named-in-words.ts';

const shape = /^(.+?)\s+(?:on\s+)?(\d{4}-\d{2}-\d{2})$/i;

/** `leaves Priya Nair 2026-11-30`: the last day in the partnership. */
export async function leavesCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const [, name = '', lastDay = ''] = shape.exec(words.trim()) ?? [];
  if (!isLocalDate(lastDay))
    return saying(
      sentence('Say who leaves and the last day, for example: leaves Priya Nair 2026-11-30.', 'notice'),
    );
  const found = peopleNamed((await readDirectory(deps.store.in(actor.partnershipId))).people, name);
  const [person] = found;
  if (!person || found.length > 1) return saying(sentence(nobodyOrMany(name, found), 'notice'));
  const left = await recordLeaving(deps, actor, { personId: person.id, lastDay });
  return saying(left.ok ? sentence(leavingWords(left.value)) : refusalMessage(left.error));
}

function leavingWords({ name, lastDay, succession }: Leaving): string {
  const noted = `Noted: ${name} is here until ${dayInWords(lastDay)}.`;
  if (succession.length === 0) return `${noted} Nothing is owned by ${name} on that day.`;
  const after = succession.map(({ code, successor, as }) =>
    successor === null
      ? `${code} has nobody yet`
      : `${code} goes to ${successor}${as === 'deputy' ? ', the deputy' : ''}`,
  );
  return `${noted} After that ${after.join('; ')}.`;
}
