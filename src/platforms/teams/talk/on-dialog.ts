import { z } from 'zod';
import { plainWords, type Message } from '../../../messages/message.ts';
import { card, type Card } from '../cards/card.ts';
import { fits } from '../cards/card-limits.ts';
import { fitsSummary, messageCards, summaryOf } from '../cards/message-cards.ts';
import { readMark } from '../cards/press-data.ts';
import { formPage } from '../forms/form-card.ts';
import type { InboundActivity } from '../seam/activity.ts';
import type { TeamsAnswer } from '../seam/gateway.ts';
import { actOnMark, type MarkOutcome } from './act-on-mark.ts';
import { tooLong } from './answer-cards.ts';
import { closing, dialog, nothingToSay } from './invoke-answers.ts';
import { notOurs } from './not-understood.ts';
import { beingPosted } from './share-here.ts';
import { showAnswer } from './show-answer.ts';
import type { TalkDeps } from './talk.ts';

const sent = z.looseObject({ data: z.unknown().optional() }).catch({});

/** What came with a dialog's button. */
export function dialogData({ value }: InboundActivity): unknown {
  return sent.parse(value).data;
}

/** A dialog is asked for (`task/fetch`), or a button in one was pressed (`task/submit`). */
export async function onDialog(talk: TalkDeps, activity: InboundActivity): Promise<TeamsAnswer> {
  const data = dialogData(activity);
  const mark = readMark(data);
  if (mark === null) return closing(notOurs);
  const outcome = await actOnMark(talk, activity, mark, data, true);
  switch (outcome.kind) {
    case 'nothing':
      return nothingToSay;
    case 'form':
      if (outcome.say.length > 0)
        showAnswer(talk, activity, outcome.partnershipId, saying(outcome.say), outcome.actor);
      return dialog(talk.deps.log, 'bcp', outcome.card);
    case 'answer':
      return answered(talk, activity, outcome);
  }
}

function answered(
  talk: TalkDeps,
  activity: InboundActivity,
  { answer, partnershipId, actor, isSaved }: MarkOutcome & { readonly kind: 'answer' },
): TeamsAnswer {
  const { say, form } = answer;
  const rest = { ...answer, say: [], form: null };
  const { log } = talk.deps;
  if (form !== null) {
    showAnswer(talk, activity, partnershipId, { ...answer, form: null }, actor);
    const page = formPage(form, [], { partnershipId, inDialog: true });
    return dialog(log, form.title, page?.card ?? tooLong(talk, partnershipId));
  }
  if (answer.share !== null) {
    showAnswer(talk, activity, partnershipId, answer, actor);
    return closing(beingPosted);
  }
  if (isSaved && activity.scope === 'personal') {
    // The window closes with one sentence; what was recorded, with Undo and Edit, stands in the chat.
    showAnswer(talk, activity, partnershipId, answer, actor);
    return closing(say.every(fitsSummary) ? inOneLine(say) : 'Saved. What was recorded stands in our chat.');
  }
  const whole = say.every(isOneLine) ? null : inOneCard(talk, say, partnershipId);
  if (whole !== null || say.every(isOneLine)) {
    showAnswer(talk, activity, partnershipId, rest, actor);
    return whole === null ? closing(inOneLine(say)) : dialog(log, 'bcp', whole);
  }
  showAnswer(talk, activity, partnershipId, answer, actor);
  return closing(`${isSaved ? 'Saved. ' : ''}It is too long for this window, so you get it as a message.`);
}

function saying(say: readonly Message[]) {
  return { say, form: null, share: null, file: null };
}

function inOneLine(say: readonly Message[]): string {
  return say.map(summaryOf).join(' ');
}

/** True when the closing line of a window tells all that the message tells. */
function isOneLine(message: Message): boolean {
  const [part, ...others] = message.parts;
  if (others.length > 0 || !fitsSummary(message)) return false;
  return part === undefined || (part.kind === 'text' && plainWords(part.text) === message.summary);
}

/** Everything that is said, with its buttons, in the one card that a window shows; null when it is too long for that. */
function inOneCard({ dialogs }: TalkDeps, say: readonly Message[], partnershipId: string): Card | null {
  const each = say.map((message) => messageCards(message, { partnershipId, dialogs, inDialog: true }));
  if (each.some(({ length }) => length > 1)) return null;
  const whole = card(
    each.flatMap((cards) => cards.flatMap(({ body }) => body)),
    inOneLine(say),
  );
  return fits(whole) ? whole : null;
}
