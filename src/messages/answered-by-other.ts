import { monthInWords, type Month } from '../plan/month.ts';
import type { Message } from './message.ts';

/** What somebody did to an answer that others were asked for too. */
export type WhatHappened = 'answered' | 'changed' | 'corrected' | 'taken_back';

/** Tells an owner, deputy or cover that somebody else has answered, changed, corrected or taken back what they were asked too. */
export function toldToOthers(view: {
  readonly what: WhatHappened;
  readonly byName: string;
  readonly items: readonly { readonly title: string; readonly nowWords: string }[];
  readonly month: Month;
}): Message {
  const month = monthInWords(view.month);
  const only = view.items.length === 1 ? view.items[0]?.title : undefined;
  const which = only ?? `${view.items.length} of the things you were asked`;
  return {
    summary: `${view.byName} ${didWhat(view.what, which, month)}.`,
    parts: [
      { kind: 'text', text: [{ strong: view.byName }, ` ${didInFull(view.what, month)}`], tone: 'normal' },
      { kind: 'list', items: view.items.map(({ title, nowWords }) => `${title}: ${nowWords}`) },
      {
        kind: 'buttons',
        buttons: [
          view.what === 'taken_back'
            ? { label: 'Update', press: { verb: 'update', month: view.month }, style: 'main' }
            : { label: 'See or edit', press: { verb: 'edit', month: view.month }, style: 'normal' },
        ],
      },
    ],
  };
}

function didWhat(what: WhatHappened, which: string, month: string): string {
  switch (what) {
    case 'answered':
      return `has answered ${which} for ${month}`;
    case 'changed':
      return `has changed ${which} for ${month}`;
    case 'corrected':
      return `has corrected ${which} for ${month}`;
    case 'taken_back':
      return `has taken back the answer to ${which} for ${month}`;
  }
}

function didInFull(what: WhatHappened, month: string): string {
  switch (what) {
    case 'answered':
      return `has answered for ${month}, so you need not:`;
    case 'changed':
      return `has changed what stood for ${month}. What was said before is kept:`;
    case 'corrected':
      return `has corrected ${month}, and the board sees that it was corrected:`;
    case 'taken_back':
      return `has taken back an answer for ${month}. Look what stands now; either of you may answer:`;
  }
}
