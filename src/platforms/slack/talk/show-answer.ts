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
import { messagePages } from '../render/render-message.ts';
import { channelReach } from '../sending/channel-check.ts';
import { laneGapMs } from '../sending/lanes.ts';
import { postPages } from '../sending/post-pages.ts';
import type { TalkDeps, Turn } from './talk.ts';

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
  if (answer.share !== null) said.push(...(await share(talk, turn, partnershipId, answer.share)));
  if (answer.file !== null) said.push(...(await sendFile(turn, answer.file)));
  return said;
}

/** Opens the form, or offers a button that opens it where Slack gave no way to open one now. */
async function openForm(turn: Turn, partnershipId: string, form: Form): Promise<readonly Message[]> {
  if (turn.triggerId !== null) {
    const view = formView(form, { partnershipId });
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

/** Posts for everybody in the channel, after a look at who reads there. */
async function share(
  talk: TalkDeps,
  turn: Turn,
  partnershipId: string,
  message: Message,
): Promise<readonly Message[]> {
  if (turn.place.kind === 'personal')
    return [
      sentence(
        'There is nobody to share it with here: use "/bcp status" in a channel and press Share here.',
        'notice',
      ),
    ];
  try {
    const reach = await channelReach(turn.api, turn.channel, new Map(), talk.deps.clock.now());
    if (reach.kind === 'shared') return [sentence(`${reach.why} It was not shared here.`, 'notice')];
    const pictureOf = await talk.pictures.upload(turn.api, turn.teamId, message);
    await postPages(turn.api, {
      channel: turn.channel,
      pages: messagePages(message, { partnershipId, pictureOf }),
      key: `${turn.eventKey}:share`,
      thread: null,
      deliveryId: null,
      standing: new Map(),
      pause: () => talk.sleep(laneGapMs),
    });
    return [];
  } catch (error) {
    const { kind, words } = troubleOf(error);
    if (kind !== 'nobody_there') throw error;
    return [sentence(`${words} Invite bcp with /invite @bcp, and press Share here again.`, 'notice')];
  }
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
    return turn.place.kind === 'channel' ? [sentence('The file is in your own chat with bcp.', 'quiet')] : [];
  } catch (error) {
    return [sentence(`The file could not be sent: ${troubleOf(error).words} Please try again.`, 'notice')];
  }
}
