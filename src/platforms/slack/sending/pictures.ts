import { createHash } from 'node:crypto';
import type { Log } from '../../../kit/log.ts';
import type { Figure } from '../../../messages/figure.ts';
import type { Message } from '../../../messages/message.ts';
import type { SlackApi } from '../api/slack-api.ts';
import { slackLimits } from '../render/limits.ts';

/** Draws a figure as a PNG. It comes from outside, as a platform draws nothing itself. */
export type DrawPicture = (figure: Figure) => Promise<Uint8Array>;

/** Pictures in Slack's file store; each is uploaded once in a workspace. */
export interface Pictures {
  /** Uploads what a message shows. Gives the file of each figure, as far as it worked: a message is never held up by its picture. */
  upload(api: SlackApi, teamId: string, message: Message): Promise<(figure: Figure) => string | null>;
  /** What is uploaded already, without any call. */
  known(teamId: string): (figure: Figure) => string | null;
}

const mostRemembered = 500;

export function slackPictures(draw: DrawPicture | null, log: Log): Pictures {
  const files = new Map<string, Promise<string | null>>();
  const settled = new Map<string, string>();
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
  const fileOf = (api: SlackApi, teamId: string, figure: Figure): Promise<string | null> => {
    const key = keyOf(teamId, figure);
    const started = files.get(key) ?? upload(api, figure);
    files.set(key, started);
    if (files.size > mostRemembered) forgetOldest(files, settled);
    return started.then((id) => {
      if (id === null) files.delete(key);
      else settled.set(key, id);
      return id;
    });
  };
  const known = (teamId: string) => (figure: Figure) => settled.get(keyOf(teamId, figure)) ?? null;
  return {
    known,
    upload: async (api, teamId, message) => {
      await Promise.all(figuresOf(message).map((figure) => fileOf(api, teamId, figure)));
      return known(teamId);
    },
  };
}

export function figuresOf(message: Message): readonly Figure[] {
  return message.parts.flatMap((part) => (part.kind === 'figure' ? [part.figure] : []));
}

function keyOf(teamId: string, figure: Figure): string {
  return createHash('sha256').update(teamId).update(JSON.stringify(figure)).digest('hex');
}

function forgetOldest(files: Map<string, unknown>, settled: Map<string, string>): void {
  const [oldest] = files.keys();
  if (oldest === undefined) return;
  files.delete(oldest);
  settled.delete(oldest);
}
