import type { Form } from '../../../messages/forms/form.ts';
import type { Message } from '../../../messages/message.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { Answer } from '../../../use-cases/conversation/answer.ts';
import type { ExportedFile } from '../../../use-cases/ports/exporter.ts';
import { textAt } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import { formView } from '../forms/form-view.ts';
import { pressThatOpens } from '../forms/view-data.ts';
import { assertSlackView } from '../render/check-payload.ts';
import { shareHere } from './share-here.ts';
import { staysInChat, type TalkDeps, type Turn } from './talk.ts';

/**
 * Does what an answer asks for beside its private words (form, post for everybody, file), and gives the words that are left to be said:
 * those of the answer, and whatever could not be done.
 */
export async function carryOut(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string,
  answer: Answer,
): Promise<readonly Message[]> {
  const said: Message[] = [...answer.say];
  if (answer.form !== null) said.push(...(await openForm(turn, partnershipId, answer.form)));
  if (answer.share !== null) said.push(...(await shareHere(talk, turn, partnershipId, answer.share)));
  if (answer.file !== null) said.push(...(await sendFile(turn, answer.file)));
  return said;
}

/** Opens the form, or offers a button that opens it where Slack gave no way to open one now. */
async function openForm(turn: Turn, partnershipId: string, form: Form): Promise<readonly Message[]> {
  if (turn.triggerId !== null) {
    const { place, channel } = turn;
    const view = formView(form, { partnershipId, ...(place.kind === 'channel' && { at: channel }) });
    assertSlackView(view);
    try {
      await turn.api.call('views.open', { trigger_id: turn.triggerId, view });
      return [];
    } catch (error) {
      if (!/trigger/.test(troubleOf(error).code)) throw error;
    }
  }
  const press = pressThatOpens(form.kind, form.carries);
  if (press === null)
    return [sentence('This form cannot be opened here. Type "/bcp" and the command again.', 'notice')];
  const words = `${form.title}: press the button to open the form.`;
  return [
    {
      summary: words,
      parts: [
        { kind: 'text', text: words, tone: 'normal' },
        { kind: 'buttons', buttons: [{ label: `Open "${form.title}"`, press, style: 'main' }] },
      ],
    },
  ];
}

/** The file comes in the person's own chat with bcp, wherever it was asked for. */
async function sendFile(turn: Turn, file: ExportedFile): Promise<readonly Message[]> {
  try {
    const channelId = textAt(
      await turn.api.call('conversations.open', { users: turn.userId }),
      'channel',
      'id',
    );
    const title = file.fileName;
    await turn.api.upload({ fileName: file.fileName, title, altText: title, bytes: file.bytes, channelId });
    return staysInChat(turn) ? [] : [sentence('The file is in your own chat with bcp.', 'quiet')];
  } catch (error) {
    return [sentence(`The file could not be sent: ${troubleOf(error).words} Please try again.`, 'notice')];
  }
}
