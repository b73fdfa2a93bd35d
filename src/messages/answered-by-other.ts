import { monthInWords, type Month } from '../plan/month.ts';
import type { Message } from './message.ts';

/** Tells an owner, deputy or cover that somebody else has answered what they were asked too. */
export function noticeToOthers(view: {
  readonly byName: string;
  readonly titles: readonly string[];
  readonly month: Month;
}): Message {
  const what = view.titles.length === 1 ? (view.titles[0] ?? '') : `${view.titles.length} of your items`;
  return {
    summary: `${view.byName} has answered ${what} for ${monthInWords(view.month)}.`,
    parts: [
      {
        kind: 'text',
        text: [{ strong: view.byName }, ` has answered for ${monthInWords(view.month)}, so you need not:`],
        tone: 'normal',
      },
      { kind: 'list', items: view.titles },
      {
        kind: 'buttons',
        buttons: [{ label: 'See or edit', press: { verb: 'edit', month: view.month }, style: 'normal' }],
      },
    ],
  };
}
