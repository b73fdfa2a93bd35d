import { londonDate } from '../../kit/london.ts';
import { sentence } from '../../messages/sentence.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import type { Message } from '../../messages/message.ts';
import type { PartialReading, ReplyReading } from '../../replies/reply-reading.ts';
import type { Actor, Deps } from '../deps.ts';
import { recordUpdate, type RecordUpdate } from '../record-update.ts';
import type { Refusal } from '../refusal.ts';
import { saying, type Answer } from './answer.ts';
import { askAbout } from './ask-about.ts';
import { sortFigures } from './figure-questions.ts';
import type { OwnPrompt } from './open-forms.ts';
import { actionAnswers, figureAnswer, type ReadingWords } from './reading-answers.ts';
import { sayRecorded } from './say-recorded.ts';

/** Records what is certain in a reading and asks ONE question about what is not. */
export async function recordReading(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  reading: ReplyReading,
  eventKey: string,
): Promise<Answer> {
  const say: Message[] = [];
  const figures = sortFigures(reading.measures, own, londonDate(deps.clock.now()));
  const questions = [
    ...figures.questions,
    ...(reading.question ? [reading.question] : []),
    ...reading.furtherQuestions,
  ];
  const part: PartialReading = {
    updates: reading.updates,
    measures: figures.certain,
    delegate: reading.delegate,
  };
  if (part.updates.length + part.measures.length > 0) {
    say.push(...(await recordPart(deps, actor, own, part, reading, eventKey, false)).say);
  } else if (questions.length === 0) {
    say.push(
      sentence(
        'I could not find a rating or a figure in that, so nothing was recorded. For example: "Amber, waiting on recruitment", or press Update.',
        'notice',
      ),
    );
  }
  const [question, ...further] = questions;
  if (question) {
    const { narrative, pathToGreen, askOfBoard, evidence } = reading;
    const words: ReadingWords = { narrative, pathToGreen, askOfBoard, evidence };
    say.push(
      await askAbout(deps, actor, { month: own.prompt.month, words, question, further }, `${eventKey}:asked`),
    );
  }
  return saying(...say);
}

/** What is said after part of a reading was tried, and whether any of it is recorded now. */
export interface PartRecorded {
  readonly say: readonly Message[];
  readonly isRecorded: boolean;
}

/**
 * Records part of a reading. Answers that the rules refuse are left out and said; the others are recorded. `confirmed`: the person was
 * asked about an odd-looking figure and chose it.
 */
export async function recordPart(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  part: PartialReading,
  words: ReadingWords,
  eventKey: string,
  confirmed: boolean,
): Promise<PartRecorded> {
  const command: RecordUpdate = {
    month: own.prompt.month,
    actions: actionAnswers(part, words, own, actor),
    values: part.measures.flatMap((figure) => figureAnswer(figure, own, confirmed)),
    reason: null,
    eventKey,
    strictness: 'what_there_is',
  };
  const first = await recordUpdate(deps, actor, command);
  if (first.ok) return { say: [await sayRecorded(deps, actor, first.value)], isRecorded: true };
  const refused = refusedCodes(first.error);
  const rest: RecordUpdate = {
    ...command,
    actions: command.actions.filter(({ code }) => !refused.has(code)),
    values: command.values.filter(({ code }) => !refused.has(code)),
  };
  const isPartOnly = refused.size > 0 && rest.actions.length + rest.values.length > 0;
  if (!isPartOnly) return { say: [refusalMessage(first.error)], isRecorded: false };
  const second = await recordUpdate(deps, actor, rest);
  if (!second.ok) return { say: [refusalMessage(second.error)], isRecorded: false };
  return {
    say: [
      await sayRecorded(deps, actor, second.value),
      refusalMessage({
        words: `Not recorded: ${[...refused].join(', ')}.`,
        problems: first.error.problems,
      }),
    ],
    isRecorded: true,
  };
}

function refusedCodes(error: Refusal): ReadonlySet<string> {
  return new Set(
    error.problems.flatMap(({ field }) => (field.includes('.') ? [field.slice(0, field.indexOf('.'))] : [])),
  );
}
