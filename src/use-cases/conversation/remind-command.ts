import { refusalMessage } from '../../messages/refusal-message.ts';
import { remindedMessage, whomToRemind } from '../../messages/reminded.ts';
import { sentence } from '../../messages/sentence.ts';
import { monthInWords } from '../../plan/month.ts';
import { currentCycle, readDirectory } from '../cycle-context.ts';
import { cycleProgress } from '../cycle-progress.ts';
import type { Actor, Deps } from '../deps.ts';
import { remindPeople } from '../remind-people.ts';
import { saying, type Answer } from './answer.ts';
import { enterOffice } from './enter-office.ts';
import { nobodyOrMany, peopleNamed } from './named-in-words.ts';

/** `remind` shows who has not answered; `remind Priya Nair` and `remind all late` remind them now. */
export async function remindCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const office = await enterOffice(deps, actor, 'remind_owners');
  if (!office.ok) return saying(refusalMessage(office.error));
  const { store, today } = office.value;
  const wanted = words.trim();
  const directory = await readDirectory(store);
  if (wanted === '') {
    const context = await currentCycle(store);
    if (context?.cycle.state !== 'open')
      return saying(sentence('No month is open, so there is nobody to remind.'));
    const progress = await cycleProgress(store, context, directory, today);
    return saying(
      whomToRemind({
        monthWords: monthInWords(context.cycle.month),
        waiting: progress
          .filter(({ stands }) => stands === 'waiting')
          .map(({ prompt }) => directory.nameOf(prompt.personId)),
        unreachable: progress
          .filter(({ stands }) => stands === 'unreachable')
          .map(({ prompt, trouble }) => ({ name: directory.nameOf(prompt.personId), why: trouble ?? '' })),
      }),
    );
  }
  const isAll = /^(?:all|all late|late|everybody|everyone)$/i.test(wanted);
  const found = isAll ? [] : peopleNamed(directory.people, wanted);
  const [person] = found;
  if (!isAll && (!person || found.length > 1)) return saying(sentence(nobodyOrMany(wanted, found), 'notice'));
  const reminded = await remindPeople(deps, actor, person ? [person.id] : null);
  if (!reminded.ok) return saying(refusalMessage(reminded.error));
  const { month, passedOver } = reminded.value;
  const isAsked = reminded.value.reminded.length + passedOver.length + reminded.value.unreachable.length > 0;
  if (person && !isAsked)
    return saying(sentence(`${person.name} is asked nothing in ${monthInWords(month)}.`, 'notice'));
  return saying(
    remindedMessage({
      ...reminded.value,
      monthWords: monthInWords(month),
      // Of sixty people who have answered nobody wants to read when all who are late are reminded.
      passedOver: person ? passedOver : passedOver.filter(({ why }) => why !== 'has answered'),
    }),
  );
}
