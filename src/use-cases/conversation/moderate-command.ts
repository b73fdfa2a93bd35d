import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { actionRatings, type ActionRating } from '../../plan/rating.ts';
import { londonDate } from '../../kit/london.ts';
import { readDirectory } from '../cycle-context.ts';
import { guardText } from '../guard-words.ts';
import { withNotice } from './answer-in-words.ts';
import type { Actor, Deps } from '../deps.ts';
import { moderateUpdate } from '../moderate-update.ts';
import { saying, type Answer, type Heard } from './answer.ts';
import { opening } from './enter-office.ts';
import { moderatedWords } from './minuted-words.ts';
import { monthModerated } from './open-board-forms.ts';
import { withContactsAsked } from './tell-what-was-taken-out.ts';
import { openOfficeForm } from './open-office-form.ts';

const shape =
  /^(\S+)\s+(back|red|amber|green|complete|not started|on hold)\b[\s,:;]*(?:because\s+)?([\s\S]*)$/i;

/** `moderate IC5 red because the figures do not bear it out`; `moderate IC5 back because …` takes it back; `moderate` and `moderate IC5` open the form. */
export async function moderateCommand(
  deps: Deps,
  actor: Actor,
  words: string,
  { eventKey }: Heard,
): Promise<Answer> {
  if (!/\s/.test(words.trim())) return opening(await openOfficeForm(deps, actor, `moderate ${words}`.trim()));
  const match = shape.exec(words.trim());
  const store = deps.store.in(actor.partnershipId);
  const cycle = await monthModerated(store);
  if (!cycle) return saying(sentence('No month has been opened yet, so there is nothing to moderate.'));
  if (!match)
    return saying(
      sentence(
        'Say which action, the rating and why, for example: moderate IC5 red because the figures do not bear it out.',
        'notice',
      ),
    );
  const [, code = '', ratingWord = '', reason = ''] = match;
  const rating = ratingWord.toLowerCase() === 'back' ? null : ratingNamed(ratingWord);
  const moderated = await moderateUpdate(deps, actor, {
    month: cycle.month,
    actionCode: code.toUpperCase(),
    rating,
    reason,
  });
  if (!moderated.ok) {
    const { found } = guardText(reason, code, await readDirectory(store), londonDate(deps.clock.now()));
    return withNotice(saying(refusalMessage(moderated.error)), found);
  }
  const done = moderatedWords(code.toUpperCase(), rating, cycle.month, moderated.value);
  return withContactsAsked(deps, actor, saying(sentence(done)), moderated.value.personalData, eventKey);
}

function ratingNamed(words: string): ActionRating | null {
  const wanted = words.toLowerCase().replace(/\s+/g, '_');
  return actionRatings.find((rating) => rating === wanted) ?? null;
}
