import { success } from '../../../kit/result.ts';
import type { Message } from '../../../messages/message.ts';
import { refusalMessage } from '../../../messages/refusal-message.ts';
import { sentence } from '../../../messages/sentence.ts';
import { refusal } from '../../../use-cases/refusal.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import { saying } from '../../../use-cases/conversation/answer.ts';
import { pressButton } from '../../../use-cases/conversation/press-button.ts';
import { showPrompt } from '../../../use-cases/conversation/show-prompt.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { Card } from '../cards/card.ts';
import type { ButtonMark } from '../cards/press-data.ts';
import { whoSpeaks } from '../people/who-speaks.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { once, onlyShowsPress } from './once.ts';
import { saveForm, type SentForm } from './save-form.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { lookedAround, withReason } from './share-here.ts';
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
  | {
      /** A form goes on: it was given back, or its next page follows. `say` is what the page before it came to. */
      readonly kind: 'form';
      readonly partnershipId: string;
      readonly card: Card;
      readonly say: readonly Message[];
      readonly actor: Actor;
    }
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
  const speaker = await whoSpeaks(talk.deps, activity, '', mark.p);
  if (speaker.kind !== 'known') return answered(mark.p, saying(speaker.say), null);
  const { actor } = speaker;
  switch (mark.do) {
    case 'look':
      return answered(mark.p, await showPrompt(talk.deps, actor), actor);
    case 'press':
      return mark.only === undefined || mark.only === actor.personId
        ? answered(mark.p, await pressed(talk, activity, actor, mark), actor)
        : answered(mark.p, saying(await notYours(talk, mark.p, mark.only)), actor);
    case 'form':
      return submitted(talk, activity, { actor, mark, data, inDialog });
  }
}

function answered(partnershipId: string, answer: Answer, actor: Actor | null, isSaved = false): MarkOutcome {
  return { kind: 'answer', partnershipId, answer, actor, isSaved };
}

/** Said to whoever presses a button that names somebody else: what it opens would have been their own, and not what they read on it. */
async function notYours({ deps }: TalkDeps, partnershipId: string, personId: string): Promise<Message> {
  const named = await deps.store.in(partnershipId).people.byId(personId);
  return sentence(`This is ${named?.name ?? 'somebody else'}'s. Type prompt for yours.`, 'notice');
}

async function pressed(
  talk: TalkDeps,
  activity: InboundActivity,
  actor: Actor,
  { press }: ButtonMark & { readonly do: 'press' },
): Promise<Answer> {
  const { deps } = talk;
  const eventKey = eventKeyOf(activity);
  const typed = press.verb === 'type' ? press.words : '';
  const act = async () => {
    const place =
      press.verb === 'share' ? await lookedAround(talk, activity) : success(placeOf(talk, activity));
    if (!place.ok) return saying(place.error);
    return withReason(await pressButton(deps, actor, { press, place: place.value, eventKey }), place.value);
  };
  const work = () => sayWhenSlow(talk, activity, actor.partnershipId, typed, act());
  if (onlyShowsPress(press)) return work();
  const answer = await once(deps, actor, eventKey, work);
  return answer ?? saying(refusalMessage(refusal('conflict', doneBefore)));
}

const doneBefore =
  'This press reached bcp twice; nothing was done twice. If you see no answer to it in a minute, please press again.';

async function submitted(talk: TalkDeps, activity: InboundActivity, sent: SentForm): Promise<MarkOutcome> {
  const { partnershipId } = sent.actor;
  const { say, card } = await saveForm(talk, activity, sent);
  return card === null
    ? answered(partnershipId, saying(...say), sent.actor, true)
    : { kind: 'form', partnershipId, card, say, actor: sent.actor };
}
