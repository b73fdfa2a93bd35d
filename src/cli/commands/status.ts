import type { Message } from '../../messages/message.ts';
import { plainText } from '../../messages/plain-text.ts';
import { statusJson } from '../../messages/status-json.ts';
import { statusPage } from '../../messages/status-page.ts';
import { showStatus } from '../../use-cases/show-status.ts';
import { asReader, done, jsonOption, partnershipOption, refused, type Command } from '../command.ts';
import { asPerson } from '../place.ts';

export const status: Command = {
  name: 'status',
  does: 'Answers how things stand: an outcome, a theme, an action, a measure, a person, a filter, or everything.',
  notes: ['The same words as in chat: "bcp status safe", "bcp status IC5", "bcp status red inclusive".'],
  arguments: [
    { name: 'WORDS', about: 'What is asked about; nothing for the whole plan.', needed: false, many: true },
  ],
  options: [asReader, partnershipOption, jsonOption],
  run: (session, input) =>
    asPerson(session, input, null, async ({ deps }, actor) => {
      const view = await showStatus(deps, actor, input.words.join(' '));
      if (!view.ok) return refused(view.error.words);
      const words = plainText(withoutButtons(statusPage(view.value)));
      const json = statusJson(view.value);
      return view.value.kind === 'unknown' ? refused(words, json) : done(words, json);
    }),
};

/** A terminal has no buttons: where one would show another status, the command that does is named. */
function withoutButtons(page: Message): Message {
  return {
    summary: page.summary,
    parts: page.parts.flatMap((part) => {
      if (part.kind !== 'buttons') return [part];
      const items = part.buttons.flatMap(({ label, press }) =>
        press.verb === 'status' ? [[{ strong: label }, `: bcp status ${press.words}`]] : [],
      );
      return items.length === 0 ? [] : [{ kind: 'list' as const, items }];
    }),
  };
}
