import type { Message } from './message.ts';

/** What is posted in a channel from now on, and how much of it its readers get. */
export function channelHere(view: {
  readonly name: string;
  readonly forWhom: string;
  /** Whom it was for before; null = nobody, or the same. */
  readonly before: string | null;
  /** Why only counts are posted; null = the whole front page is. */
  readonly countsOnly: string | null;
}): Message {
  const words = `The digests for ${view.forWhom} are posted in ${view.name}.`;
  const before = view.before === null ? '' : ` Until now it was for ${view.before}.`;
  const gets =
    view.countsOnly === null
      ? 'Its readers get the whole front page. bcp looks again at who reads it each time it posts; when people from outside have joined, they get counts only.'
      : `${view.countsOnly} So it gets counts only: no words of owners, no names, no files.`;
  return {
    summary: words,
    parts: [
      { kind: 'text', text: `${words}${before}`, tone: 'normal' },
      { kind: 'text', text: gets, tone: view.countsOnly === null ? 'quiet' : 'notice' },
      { kind: 'text', text: 'To end it, type here: channel stop.', tone: 'quiet' },
    ],
  };
}

/** Every channel that bcp posts in. */
export function channelList(view: {
  readonly marking: string;
  readonly channels: readonly {
    readonly name: string;
    readonly platform: string;
    readonly forWhom: string;
    readonly readers: string;
  }[];
}): Message {
  const { channels } = view;
  const words =
    channels.length === 0
      ? 'bcp posts in no channel yet. Type "/bcp channel use for board" in the channel that is meant (in Teams: "@BCP channel use for board").'
      : `bcp posts in ${channels.length === 1 ? 'one channel' : `${channels.length} channels`}. Papers are marked ${view.marking}.`;
  return {
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: channels.length === 0 ? 'notice' : 'normal' },
      ...(channels.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: 'Channels',
              columns: ['Channel', 'In', 'For', 'Readers'],
              rows: channels.map(({ name, platform, forWhom, readers }) => [
                name,
                platformWords[platform] ?? platform,
                forWhom,
                readers,
              ]),
            },
          ]),
    ],
  };
}

const platformWords: Readonly<Record<string, string>> = {
  slack: 'Slack',
  teams: 'Teams',
  rehearsal: 'Rehearsal room',
};
