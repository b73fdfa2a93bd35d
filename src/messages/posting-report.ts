import type { Message } from './message.ts';

/** Tells whoever posted a digest what went where, and what did not. */
export function postingReport(view: {
  readonly title: string;
  readonly digestId: string;
  readonly places: readonly {
    readonly channel: string;
    /** `whole front page` or `counts only`. */
    readonly shown: string;
    readonly became: string;
    readonly failed: boolean;
  }[];
}): Message {
  const failed = view.places.filter((place) => place.failed).length;
  const sent = view.places.length - failed;
  const where = `${sent} ${sent === 1 ? 'channel' : 'channels'}`;
  const words =
    failed === 0
      ? `${view.title} stands in ${where}.`
      : `${view.title}: posted in ${where}, not in ${failed}.`;
  return {
    summary: words,
    parts: [
      { kind: 'text', text: words, tone: failed === 0 ? 'normal' : 'notice' },
      {
        kind: 'list',
        items: view.places.map(({ channel, shown, became, failed: isFailed }) => [
          { strong: channel },
          isFailed ? `: ${became}` : `: ${became}, ${shown}`,
        ]),
      },
      ...(failed === 0
        ? []
        : [
            {
              kind: 'buttons' as const,
              buttons: [
                {
                  label: 'Post where it is missing',
                  press: { verb: 'type' as const, words: `digest post ${view.digestId}` },
                  style: 'main' as const,
                },
              ],
            },
          ]),
    ],
  };
}
