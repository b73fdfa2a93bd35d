import { dayInWords, isLocalDate } from '../../kit/local-date.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Actor, Deps } from '../deps.ts';
import { addMeeting, recordDecision } from '../record-decision.ts';
import { respondToVoice } from '../respond-to-voice.ts';
import { saying, type Answer, type Heard } from './answer.ts';
import { withNotice } from './answer-in-words.ts';
import { opening } from './enter-office.ts';
import { minutedWords } from './minuted-words.ts';
import { openOfficeForm } from './open-office-form.ts';
import { withContactsAsked } from './tell-what-was-taken-out.ts';

/** `meeting 2026-12-03 Partnership Board`: a date the pack is frozen for. `meeting` opens the form. */
export async function meetingCommand(deps: Deps, actor: Actor, words: string, heard: Heard): Promise<Answer> {
  const [on = '', ...title] = words.trim().split(/\s+/);
  if (on === '') return opening(await openOfficeForm(deps, actor, 'meeting'));
  if (!isLocalDate(on))
    return saying(
      sentence('Give the date and what meets, for example: meeting 2026-12-03 Partnership Board.', 'notice'),
    );
  const added = await addMeeting(deps, actor, { on, title: title.join(' ') || 'Partnership Board' });
  if (!added.ok) return saying(refusalMessage(added.error));
  const noted = `${added.value.title} meets on ${dayInWords(on)}. Its pack is frozen on ${dayInWords(added.value.packFreezesOn)}.`;
  const { personalData } = added.value;
  return withContactsAsked(deps, actor, saying(sentence(noted)), personalData, heard.eventKey);
}

/** `decide IC5 agency spend is agreed until March`: minuted under the last meeting that has been held. `decide` and `decide IC5` open the form. */
export async function decideCommand(deps: Deps, actor: Actor, words: string, heard: Heard): Promise<Answer> {
  if (!/\s/.test(words.trim())) return opening(await openOfficeForm(deps, actor, `decide ${words}`.trim()));
  const recorded = await recordDecision(deps, actor, words);
  if (!recorded.ok) return saying(refusalMessage(recorded.error));
  const { personalData } = recorded.value;
  const answer = saying(sentence(minutedWords(recorded.value)));
  return withContactsAsked(deps, actor, answer, personalData, heard.eventKey);
}

/** `voice V08 open-access drop-in since May`: "we did", in answer to what children and young people said. */
export async function voiceCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const [code = '', ...rest] = words.trim().split(/\s+/);
  if (rest.length === 0)
    return saying(
      sentence(
        'Say which voice item and what was done, for example: voice V08 open-access drop-in since May.',
        'notice',
      ),
    );
  const responded = await respondToVoice(deps, actor, code.toUpperCase(), rest.join(' '));
  if (!responded.ok) return saying(refusalMessage(responded.error));
  const { quote, isNew, personalData } = responded.value;
  const recorded = isNew ? 'Recorded' : 'That stood there already';
  return withNotice(saying(sentence(`${recorded} under "You said, we did": ${quote}`)), personalData);
}
