import { plainText } from '../../messages/plain-text.ts';
import { remindedMessage } from '../../messages/reminded.ts';
import { monthInWords } from '../../plan/month.ts';
import { remindPeople } from '../../use-cases/remind-people.ts';
import { asNeeded, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { findActor } from '../find-actor.ts';
import { asPerson } from '../place.ts';

export const cycleRemind: Command = {
  name: 'cycle remind',
  does: 'Reminds whoever has not answered, or one person; nobody twice within a working day.',
  arguments: [
    { name: 'WHO', about: 'E-mail address or full name; otherwise everybody who is late.', needed: false },
  ],
  options: [asNeeded, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, 'remind_owners', async (place, actor) => {
      const named = input.words[0] === undefined ? null : await findActor(place, input.words[0]);
      if (named && !named.ok) return refused(named.error);
      const reminded = await remindPeople(place.deps, actor, named ? [named.value.personId] : null);
      if (!reminded.ok) return refused(reminded.error.words);
      const { month } = reminded.value;
      const message = remindedMessage({ ...reminded.value, monthWords: monthInWords(month) });
      return done(plainText(message).trim(), reminded.value);
    }),
};
