import { createHash } from 'node:crypto';
import type { Log } from '../../../kit/log.ts';
import type { Figure } from '../../../messages/figure.ts';
import type { Message } from '../../../messages/message.ts';
import type { SlackApi } from '../api/slack-api.ts';
import { slackLimits } from '../render/limits.ts';

/** Draws a figure as a PNG. It comes from outside, as a platform draws nothing itself. */
export type DrawPicture = (figure: Figure) => Promise<Uint8Array>;

/** The file that holds the picture of a figure; null = its figures are shown as a table. */
export type PictureOf = (figure: Figure) => string | null;

/** Pictures in Slack's file store; each is uploaded once in a workspace. */
export interface Pictures {
  /** Uploads what a message shows. Gives the file of each figure, as far as it worked: a message is never held up by its picture. */
  upload(api: SlackApi, teamId: string, message: Message): Promise<PictureOf>;
  /** Slack has shown the message with its pictures: from now on they are known. */
  taken(teamId: string, message: Message): void;
  /** The pictures that Slack is sure to take, without any call: it has shown them before. */
  known(teamId: string): PictureOf;
}

const mostRemembered = 500;

export function slackPictures(draw: DrawPicture | null, log: Log): Pictures {
  const files = new Map<string, Promise<string | null>>();
  const uploaded = new Map<string, string>();
  const shown = new Set<string>();
  const upload = async (api: SlackApi, figure: Figure): Promise<string | null> => {
    if (draw === null) return null;
    try {
      const altText = figure.alt.length <= slackLimits.uploadAlt ? figure.alt : figure.title;
      const bytes = await draw(figure);
      return await api.upload({
        fileName: 'chart.png',
        title: figure.title,
        altText,
        bytes,
        channelId: null,
      });
    } catch (cause) {
      log.warn('A picture did not get into Slack; its figures are shown as a table', { cause });
      return null;
    }
  };
  const fileOf = async (api: SlackApi, teamId: string, figure: Figure): Promise<void> => {
    const key = keyOf(teamId, figure);
    const started = files.get(key) ?? upload(api, figure);
    files.set(key, started);
    if (files.size > mostRemembered) forgetOldest(files, uploaded, shown);
    const id = await started;
    if (id === null) files.delete(key);
    else uploaded.set(key, id);
  };
  return {
    upload: async (api, teamId, message) => {
      await Promise.all(figuresOf(message).map((figure) => fileOf(api, teamId, figure)));
      return (figure) => uploaded.get(keyOf(teamId, figure)) ?? null;
    },
    taken: (teamId, message) => {
      for (const figure of figuresOf(message)) shown.add(keyOf(teamId, figure));
    },
    known: (teamId) => (figure) => {
      const key = keyOf(teamId, figure);
      return shown.has(key) ? (uploaded.get(key) ?? null) : null;
    },
  };
}

export function figuresOf(message: Message): readonly Figure[] {
  return message.parts.flatMap((part) => (part.kind === 'figure' ? [part.figure] : []));
}

function keyOf(teamId: string, figure: Figure): string {
  return createHash('sha256').update(teamId).update(JSON.stringify(figure)).digest('hex');
}

function forgetOldest(
  files: Map<string, unknown>,
  ...others: readonly { delete(key: string): boolean }[]
): void {
  const [oldest] = files.keys();
  if (oldest === undefined) return;
  for (const each of [files, ...others]) each.delete(oldest);
}
