import { success } from '../../../kit/result.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { Message, Press } from '../../../messages/message.ts';
import { pressButton } from '../../../use-cases/conversation/press-button.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import { pressFromValue } from '../render/press-value.ts';
import { isFirst } from './on-command.ts';
import { showHere } from './private-pages.ts';
import { sayInChat } from './private-words.ts';
import { sayWhenSlow } from './say-when-slow.ts';
import { lookedAround } from './share-here.ts';
import { carryOut } from './show-answer.ts';
import { staysInChat, type TalkDeps, type Turn } from './talk.ts';
import { whoSpeaks } from './who-speaks.ts';

/** Presses that only show or open something. */
const showing: readonly Press['verb'][] = [
  'update',
  'edit',
  'not_me',
  'later',
  'status',
  'help',
  'download_digest',
];

/** Somebody presses a button. Gives true when something may have changed. */
export async function onPress(talk: TalkDeps, turn: Turn, value: string): Promise<boolean> {
  const pressed = pressFromValue(value);
  if (pressed === null) {
    await say(talk, turn, null, [
      sentence(
        'This button is from an older bcp. Type "prompt" or "status" to see how things stand now.',
        'notice',
      ),
    ]);
    return false;
  }
  const speaker = await whoSpeaks(talk.deps, turn, '', pressed.in);
  if (speaker.kind !== 'known') {
    await say(talk, turn, null, [speaker.say]);
    return false;
  }
  const { actor } = speaker;
  const { press } = pressed;
  const changes = !showing.includes(press.verb);
  // "No change" and Undo take their receipt in the transaction that records them.
  const hasOwnReceipt = press.verb === 'no_change' || press.verb === 'undo';
  if (changes && !hasOwnReceipt && !(await isFirst(talk, actor, turn, value))) return false;
  const looked = press.verb === 'share' ? await lookedAround(talk, turn) : success(turn);
  const { partnershipId } = actor;
  await say(
    talk,
    turn,
    partnershipId,
    looked.ok ? await pressedAt(talk, looked.value, actor, press) : [looked.error],
  );
  return changes;
}

/** Does what was pressed; gives what is left to be said. */
async function pressedAt(
  talk: TalkDeps,
  turn: Turn,
  actor: Actor,
  press: Press,
): Promise<readonly Message[]> {
  const { place, eventKey } = turn;
  const work = pressButton(talk.deps, actor, { press, place, eventKey });
  const typed = press.verb === 'type' ? press.words : '';
  const answer = await sayWhenSlow(talk, turn, actor.partnershipId, typed, work);
  return carryOut(talk, turn, actor.partnershipId, answer);
}

/** In the person's own chat it stays; elsewhere, and beside what only they see, only they see it. */
async function say(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string | null,
  messages: readonly Message[],
): Promise<void> {
  if (staysInChat(turn)) return sayInChat(talk, turn, partnershipId, messages);
  await showHere(talk, turn, partnershipId, messages);
}
