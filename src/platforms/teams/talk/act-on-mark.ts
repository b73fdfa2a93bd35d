import { refusalMessage } from '../../../messages/refusal-message.ts';
import { refusal } from '../../../use-cases/refusal.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import { saying } from '../../../use-cases/conversation/answer.ts';
import { pressButton } from '../../../use-cases/conversation/press-button.ts';
import { showPrompt } from '../../../use-cases/conversation/show-prompt.ts';
import { submitForm } from '../../../use-cases/conversation/submit-form.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { Card } from '../cards/card.ts';
import type { ButtonMark, FormMark } from '../cards/press-data.ts';
import { cardSubmission } from '../forms/card-submission.ts';
import { formPage } from '../forms/form-card.ts';
import { reopenForm } from '../forms/reopen-form.ts';
import { whoSpeaks } from '../people/who-speaks.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { begin, done, onlyShowsPress } from './once.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { tooLong } from './show-answer.ts';
import { eventKeyOf, placeOf, type TalkDeps } from './talk.ts';

/** What came of a button: words to be shown, or a card that takes the place of the one that was pressed. */
export type MarkOutcome =
  | {
      readonly kind: 'answer';
      readonly partnershipId: string;
      readonly answer: Answer;
      readonly actor: Actor | null;
      /** True when a form was saved: the form goes, and what was recorded takes its place. */
      readonly isSaved: boolean;
    }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'nothing' };

/** Does what a button stands for, with the rights that the person has now. */
export async function actOnMark(
  talk: TalkDeps,
  activity: InboundActivity,
  mark: ButtonMark,
  data: unknown,
  inDialog = false,
): Promise<MarkOutcome> {
  if (mark.do === 'file') return { kind: 'nothing' };
  const speaker = await whoSpeaks(talk.deps, activity.person, '', mark.p);
  if (speaker.kind !== 'known') return answered(mark.p, saying(speaker.say), null);
  const { actor } = speaker;
  switch (mark.do) {
    case 'look':
      return answered(mark.p, await showPrompt(talk.deps, actor), actor);
    case 'press':
      return answered(mark.p, await pressed(talk, activity, actor, mark), actor);
    case 'form':
      return submitted(talk, activity, actor, mark.form, data, inDialog);
  }
}

function answered(partnershipId: string, answer: Answer, actor: Actor | null, isSaved = false): MarkOutcome {
  return { kind: 'answer', partnershipId, answer, actor, isSaved };
}

async function pressed(
  talk: TalkDeps,
  activity: InboundActivity,
  actor: Actor,
  { press }: ButtonMark & { readonly do: 'press' },
): Promise<Answer> {
  const { deps } = talk;
  const eventKey = eventKeyOf(activity);
  const said = JSON.stringify(press);
  const changes = !onlyShowsPress(press);
  if (changes && !(await begin(deps, actor, eventKey, said)))
    return saying(refusalMessage(refusal('conflict', 'This was done a moment ago; nothing was done twice.')));
  const work = pressButton(deps, actor, { press, place: placeOf(talk, activity), eventKey });
  const typed = press.verb === 'type' ? press.words : '';
  const answer = await sayWhenSlow(talk, activity, actor.partnershipId, typed, work);
  if (changes) await done(deps, actor, eventKey, said);
  return answer;
}

async function submitted(
  talk: TalkDeps,
  activity: InboundActivity,
  actor: Actor,
  mark: FormMark,
  data: unknown,
  inDialog: boolean,
): Promise<MarkOutcome> {
  const { deps } = talk;
  const submission = cardSubmission(mark, data);
  const result = await submitForm(deps, actor, { submission, eventKey: eventKeyOf(activity) });
  const options = { partnershipId: actor.partnershipId, inDialog };
  if (result.kind === 'problems') {
    const form = await reopenForm(deps, actor, submission, result.problems, null);
    if (!form.ok) return answered(actor.partnershipId, saying(refusalMessage(form.error)), actor);
    const page = formPage(form.value, result.problems, options);
    return { kind: 'cards', cards: [page?.card ?? tooLong(talk, actor.partnershipId)] };
  }
  if (mark.rest.length > 0) {
    const next = await reopenForm(deps, actor, submission, [], mark.rest);
    const page = next.ok && next.value.groups.length > 0 ? formPage(next.value, [], options) : null;
    if (page) return { kind: 'cards', cards: [page.card] };
  }
  return answered(actor.partnershipId, saying(...result.say), actor, true);
}
