import type { Message } from '../../../messages/message.ts';
import type { SlackApi } from '../api/slack-api.ts';
import { troubleOf } from '../api/trouble.ts';
import { figuresOf, type PictureOf, type Pictures } from './pictures.ts';

/** How Slack says that it does not take the blocks of a message, and those of a view. */
const refusals: readonly string[] = ['invalid_blocks', 'invalid_arguments'];

/**
 * Shows messages with their pictures. Slack refuses whole what has a picture in it that it has not looked at yet, which takes it some
 * seconds after the upload (https://github.com/slackapi/python-slack-sdk/issues/1521): then it is shown once more, with the figures as
 * tables. Throws what `show` throws otherwise.
 */
export async function withPictures<T>(
  pictures: Pictures,
  { api, teamId }: { readonly api: SlackApi; readonly teamId: string },
  messages: readonly Message[],
  show: (pictureOf: PictureOf) => Promise<T>,
): Promise<T> {
  const uploads = await Promise.all(messages.map((message) => pictures.upload(api, teamId, message)));
  const pictureOf: PictureOf = (figure) =>
    uploads.map((of) => of(figure)).find((file) => file !== null) ?? null;
  const hasPictures = messages.flatMap(figuresOf).some((figure) => pictureOf(figure) !== null);
  try {
    const shown = await show(pictureOf);
    for (const message of messages) pictures.taken(teamId, message);
    return shown;
  } catch (error) {
    if (!hasPictures || !refusals.includes(troubleOf(error).code)) throw error;
    return show(() => null);
  }
}
