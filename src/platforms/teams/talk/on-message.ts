import { cleanText } from '../../../kit/clean-text.ts';
import { sentence } from '../../../messages/sentence.ts';
import { hear } from '../../../use-cases/conversation/hear.ts';
import { putByReply } from '../../../use-cases/conversation/put-by-reply.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import { readMark } from '../cards/press-data.ts';
import { answerLinkWords, isLinkWords, whoSpeaks } from '../people/who-speaks.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { actOnMark } from './act-on-mark.ts';
import { ofFiles, wordlessAnswer } from './not-understood.ts';
import { once, onlyShows } from './once.ts';
import { replyPlaceOf } from './reply-place.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { say, sayAloud, showAnswer, showForm } from './show-answer.ts';
import { addressOf, eventKeyOf, placeOf, type TalkDeps } from './talk.ts';

/** The longest message that is read, in characters; more is refused in words, never cut. */
const longest = 4_000;

/** Somebody typed something, or pressed a button on a client that sends buttons as messages. */
export async function onMessage(talk: TalkDeps, activity: InboundActivity): Promise<void> {
  const mark = readMark(activity.value);
  if (mark) {
    const outcome = await actOnMark(talk, activity, mark, activity.value);
    if (outcome.kind === 'answer')
      showAnswer(talk, activity, outcome.partnershipId, outcome.answer, outcome.actor);
    else if (outcome.kind === 'form') showForm(talk, activity, outcome);
    return;
  }
  const text = cleanText(activity.text).trim();
  if (text === '') {
    const said = wordlessAnswer(activity);
    if (said !== null) sayAloud(talk, activity, null, sentence(said, 'notice'));
    return;
  }
  if (text.length > longest) {
    sayAloud(
      talk,
      activity,
      null,
      sentence(
        `A message has at most ${longest} characters, so nothing was recorded. Please send it in two parts.`,
        'notice',
      ),
    );
    return;
  }
  await onWords(talk, activity, text);
}

async function onWords(talk: TalkDeps, activity: InboundActivity, text: string): Promise<void> {
  const { deps } = talk;
  if (isLinkWords(text)) {
    say(talk, activity, null, await answerLinkWords(deps, activity, text, () => emailOf(talk, activity)));
    return;
  }
  const speaker = await whoSpeaks(deps, activity, text, null);
  if (speaker.kind !== 'known') {
    say(talk, activity, null, speaker.say);
    return;
  }
  const { actor, words } = speaker;
  const eventKey = eventKeyOf(activity);
  if (await isPutBy(talk, activity, actor, words)) return;
  const work = () => {
    const hearing = hear(deps, actor, { text: words, place: placeOf(talk, activity), eventKey });
    return sayWhenSlow(talk, activity, actor.partnershipId, words, hearing);
  };
  const answer = onlyShows(words) ? await work() : await once(deps, actor, eventKey, work);
  if (answer !== null) showAnswer(talk, activity, actor.partnershipId, ofFiles(activity, answer), actor);
}

/** An answer in somebody's own words is put by, which is all that Teams waits for, and read after. */
async function isPutBy(
  talk: TalkDeps,
  activity: InboundActivity,
  actor: Actor,
  words: string,
): Promise<boolean> {
  if (activity.scope !== 'personal') return false;
  const { tenantId, aadObjectId: accountId } = activity.person;
  const place = replyPlaceOf(activity);
  const { sentAt: saidAt } = activity;
  const typed = {
    text: words,
    eventKey: eventKeyOf(activity),
    tenantId,
    accountId,
    place,
    saidAt,
    isRetry: false,
  };
  if (!(await putByReply(talk.deps, actor, typed))) return false;
  talk.wakeReplies();
  return true;
}

/** The address that the person's own directory has for them; empty when Teams does not say. */
async function emailOf(talk: TalkDeps, activity: InboundActivity): Promise<string> {
  const members = await talk.outbound.members(addressOf(activity)).catch(() => []);
  const { tenantId, aadObjectId } = activity.person;
  const own = members.find((member) => member.aadObjectId === aadObjectId && member.tenantId === tenantId);
  return own?.email ?? '';
}
