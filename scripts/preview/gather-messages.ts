import { openPassingStore } from '../../src/app.ts';
import { documentExporter } from '../../src/exports/export-document.ts';
import { londonInstant } from '../../src/kit/london.ts';
import { silentLog } from '../../src/kit/log.ts';
import type { Form } from '../../src/messages/forms/form.ts';
import type { Message } from '../../src/messages/message.ts';
import { moveTo, type PlayDeps } from '../../src/rehearsal/play-month.ts';
import { playMonths } from '../../src/rehearsal/rehearse.ts';
import { readSampleFiles } from '../../src/rehearsal/sample-files.ts';
import { askEverything } from './ask-everything.ts';
import { haveSeldomThingsHappen } from './seldom-said.ts';

/** Everything that is drawn, each with the name of its picture, and the played partnership it comes from. */
export interface Gathered {
  readonly play: PlayDeps;
  readonly messages: ReadonlyMap<string, Message>;
  readonly forms: ReadonlyMap<string, Form>;
}

/**
 * Plays two months with invented people, begins the third, and has everybody ask for everything they can ask for. `look` is called when the
 * third month has been asked and nobody has answered. Whoever calls closes the store.
 */
export async function gatherMessages(
  progress: (words: string) => void,
  look: (play: PlayDeps) => Promise<void> = () => Promise.resolve(),
): Promise<Gathered> {
  const store = await openPassingStore(silentLog);
  const request = { from: '2026-10', months: 2, seed: 1 };
  const { play } = await playMonths(store, documentExporter, readSampleFiles(), request, (month) => {
    progress(`${month} played`);
  });
  await moveTo(play, londonInstant('2026-12-01', '09:05'));
  await look(play);
  const asked = await askEverything(play);
  const seldom = await haveSeldomThingsHappen(play);
  const said = await saidInMonths(play);
  const messages = new Map([
    ...[...said.values()].map((message, index) => [`said-${index + 1}`, message] as const),
    ...asked.messages,
    ...seldom,
  ]);
  return { play, messages, forms: asked.forms };
}

/** One of each kind that stands in the conversations. */
async function saidInMonths({ deps, partnershipId }: PlayDeps): Promise<ReadonlyMap<string, Message>> {
  const { conversations } = deps.store.in(partnershipId);
  const said = new Map<string, Message>();
  for (const { conversation } of await conversations.summaries()) {
    for (const { author, message } of await conversations.of(conversation, 1000)) {
      if (author === 'bcp') said.set(shapeOf(message), message);
    }
  }
  return said;
}

/** Messages that differ in names and numbers only are one kind. */
function shapeOf({ summary, parts }: Message): string {
  const words = summary.replace(/^.*?Partnership: /, '').replaceAll(/[A-Z]{1,2}\d+[a-z]?|\d+/g, '#');
  return `${words.slice(0, 24)} ${parts.map(({ kind }) => kind).join(' ')}`;
}
