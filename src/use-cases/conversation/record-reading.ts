import { sentence } from '../../messages/sentence.ts';
import { doubtQuestion } from '../../messages/doubt-question.ts';
import { recordedMessage } from '../../messages/recorded.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import type { Message } from '../../messages/message.ts';
import type { Period } from '../../plan/period.ts';
import type { Ask, UpdateContent } from '../../plan/update.ts';
import type {
  PartialReading,
  ReadFigure,
  ReadUpdate,
  ReplyQuestion,
  ReplyReading,
} from '../../replies/reply-reading.ts';
import type { Actor, Deps } from '../deps.ts';
import type { FoundPersonalData } from '../guard-words.ts';
import { recordUpdate, type ActionAnswer, type RecordUpdate, type ValueAnswer } from '../record-update.ts';
import type { Refusal } from '../refusal.ts';
import { saying, type Answer } from './answer.ts';
import { describeRecorded } from './describe-recorded.ts';
import type { OwnPrompt } from './open-forms.ts';
import { wordsForAction } from './words-for-action.ts';

/** What a reading says beside its ratings and figures; kept with a question until it is answered. */
export type ReadingWords = Pick<ReplyReading, 'narrative' | 'pathToGreen' | 'askOfBoard' | 'evidence'>;

/** What a question keeps: where it belongs, its options, and what is asked when it is answered. */
export interface PendingReading {
  readonly month: string;
  readonly words: ReadingWords;
  readonly question: ReplyQuestion;
  readonly further: readonly ReplyQuestion[];
}

/** Records what is certain in a reading and asks ONE question about what is not. */
export async function recordReading(
  deps: Deps,
  actor: Actor,
  own: OwnPrompt,
  reading: ReplyReading,
  found: readonly FoundPersonalData[],
  eventKey: string,
): Promise<Answer> {
  const say: Message[] = [];
  if (reading.updates.length + reading.measures.length > 0) {
    say.push(...(await recordPart(deps, actor, own, reading, reading, found, eventKey)));
  } else if (!reading.question) {
    say.push(
      sentence(
        'I could not find a rating or a figure in that, so nothing was recorded. For example: "Amber, waiting on recruitment", or press Update.',
        'notice',
      ),
    );
  }
  if (reading.question) {
    say.push(
      await askAbout(deps, actor, {
        month: own.prompt.month,
        words: wordsOf(reading),
        question: reading.question,
        further: reading.furtherQuestions,
      }),
    );
  }
  return saying(...say);
}

/** Keeps a doubt and puts it as a question with its candidates as buttons. */
export async function askAbout(deps: Deps, actor: Actor, pending: PendingReading): Promise<Message> {
  const id = deps.newId();
  await deps.store.in(actor.partnershipId).questions.add({
    id,
    personId: actor.personId,
    kind: 'reading',
    data: pending,
    askedAt: deps.clock.now(),
    answeredAt: null,
  });
  return doubtQuestion({
    id,
    month: pending.month,
    text: pending.question.text,
    options: pending.question.options.map(({ label }) => label),
  });
}

function wordsOf({ narrative, pathToGreen, askOfBoard, evidence }: ReplyReading): ReadingWords {
  return { narrative, pathToGreen, askOfBoard, evidence };
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
  found: readonly FoundPersonalData[],
  eventKey: string,
  confirmed = false,
): Promise<readonly Message[]> {
  const command: RecordUpdate = {
    month: own.prompt.month,
    actions: part.updates.map((update) => actionAnswer(update, part.updates, words, own, actor)),
    values: part.measures.flatMap((figure) => valueAnswer(figure, own, confirmed)),
    reason: null,
    eventKey,
    strictness: 'what_there_is',
  };
  const first = await recordUpdate(deps, actor, command);
  if (first.ok)
    return [
      recordedMessage(
        await describeRecorded(deps, actor, {
          ...first.value,
          personalData: [...found, ...first.value.personalData],
        }),
      ),
    ];
  const refused = refusedCodes(first.error);
  const rest: RecordUpdate = {
    ...command,
    actions: command.actions.filter(({ code }) => !refused.has(code)),
    values: command.values.filter(({ code }) => !refused.has(code)),
  };
  const isPartOnly = refused.size > 0 && rest.actions.length + rest.values.length > 0;
  if (!isPartOnly) return [refusalMessage(first.error)];
  const second = await recordUpdate(deps, actor, rest);
  if (!second.ok) return [refusalMessage(second.error)];
  return [
    recordedMessage(
      await describeRecorded(deps, actor, {
        ...second.value,
        personalData: [...found, ...second.value.personalData],
      }),
    ),
    refusalMessage({
      ...first.error,
      words: `Not recorded: ${first.error.problems.map((problem) => problem.words).join(' ')}`,
    }),
  ];
}

function refusedCodes(error: Refusal): ReadonlySet<string> {
  return new Set(
    error.problems.flatMap(({ field }) => (field.includes('.') ? [field.slice(0, field.indexOf('.'))] : [])),
  );
}

function actionAnswer(
  update: ReadUpdate,
  all: readonly ReadUpdate[],
  words: ReadingWords,
  own: OwnPrompt,
  actor: Actor,
): ActionAnswer {
  const before = own.facts.previousUpdates.get(update.code)?.content ?? null;
  const done = wordsForAction(
    words.narrative,
    update.code,
    all.map(({ code }) => code),
  );
  const isOnly = all.length === 1;
  const path = isOnly ? words.pathToGreen : null;
  const hasWholePath = path?.by != null;
  const content: UpdateContent = {
    rating: update.rating,
    done,
    next: path && !hasWholePath ? path.what : '',
    pathToGreen:
      path && path.by !== null ? { what: path.what, who: path.who ?? actor.person.name, by: path.by } : null,
    ask: isOnly && words.askOfBoard !== null ? askFrom(words.askOfBoard) : null,
    evidence: isOnly ? words.evidence : [],
    startsOn: update.sameAsLast ? (before?.startsOn ?? null) : null,
  };
  return { code: update.code, kind: update.sameAsLast ? 'no_change' : 'update', content, basedOn: null };
}

/** "agree agency spend": the verb the board would use, from the person's own words. */
function askFrom(words: string): Ask {
  const verb = /\b(?:agree|approve|sign[ -]?off|support|endorse)/i.test(words)
    ? 'agree'
    : /\b(?:decide|decision|choose|resolve)/i.test(words)
      ? 'decide'
      : 'note';
  return { verb, what: words, by: null };
}

function valueAnswer(figure: ReadFigure, own: OwnPrompt, confirmed: boolean): readonly ValueAnswer[] {
  const item = own.prompt.items.find((each) => each.kind === 'measure' && each.code === figure.code);
  if (item?.kind !== 'measure') return [];
  const period: Period =
    figure.period && figure.period.kind === item.period.kind ? figure.period : item.period;
  return [
    {
      code: figure.code,
      period,
      content: {
        state: figure.suppressed ? 'suppressed' : (figure.noData ?? 'value'),
        value: figure.value,
        numerator: figure.numerator,
        denominator: figure.denominator,
        provisional: figure.provisional,
        embargoUntil: null,
      },
      confirmed,
    },
  ];
}
