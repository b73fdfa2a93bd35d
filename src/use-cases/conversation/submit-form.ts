import { londonDate } from '../../kit/london.ts';
import { isLocalDate } from '../../kit/local-date.ts';
import type { FieldProblem, Submission } from '../../messages/forms/form.ts';
import { sentence } from '../../messages/sentence.ts';
import { handOver } from '../hand-over.ts';
import { deferPrompt } from '../defer-prompt.ts';
import { carriedOver } from '../carried-over.ts';
import type { Actor, Deps } from '../deps.ts';
import { recordAbsence } from '../record-absence.ts';
import { recordUpdate, type ActionAnswer, type RecordUpdate } from '../record-update.ts';
import { refuseWithoutRole } from '../refuse-stranger.ts';
import type { Refusal } from '../refusal.ts';
import type { SubmissionResult, Submitted } from './answer.ts';
import { laterWords } from './arrange-in-words.ts';
import { absenceWords, handedWords } from './arrangement-words.ts';
import { ownPrompt } from './open-forms.ts';
import { contentOf, readUpdateSubmission } from './read-submission.ts';
import { writtenWithoutRating } from './written-without-rating.ts';
import { sayRecordedAndAsk } from './say-recorded.ts';
import { submitOfficeForm } from './submit-office-form.ts';

/** Takes a form in. "Saved" is said after the commit and never before; problems keep what the person typed. */
export async function submitForm(deps: Deps, actor: Actor, submitted: Submitted): Promise<SubmissionResult> {
  const { submission, eventKey } = submitted;
  const stranger = await refuseWithoutRole(deps, actor, eventKey);
  if (stranger) return problems([{ field: '', words: stranger.summary }]);
  switch (submission.kind) {
    case 'update':
    case 'correction': {
      const read = readUpdateSubmission(submission, eventKey);
      const wrong = [...read.problems, ...(await writtenWithoutRating(deps, actor, submission))];
      if (wrong.length > 0) return { kind: 'problems', problems: wrong };
      return saveUpdate(deps, actor, read.command, submission.kind === 'correction');
    }
    case 'no_change':
      return saveNoChange(deps, actor, submission, eventKey);
    case 'later':
      return saveLater(deps, actor, submission, eventKey);
    case 'not_me':
      return saveNotMe(deps, actor, submission, eventKey);
    default:
      return submitOfficeForm(deps, actor, submitted);
  }
}

/** `hasReason`: the form asks for the reason of a correction, so a problem with it can stand there. */
async function saveUpdate(
  deps: Deps,
  actor: Actor,
  command: RecordUpdate,
  hasReason = false,
): Promise<SubmissionResult> {
  const recorded = await recordUpdate(deps, actor, command);
  if (!recorded.ok) return problems(problemsOf(recorded.error, hasReason));
  return { kind: 'saved', say: await sayRecordedAndAsk(deps, actor, recorded.value, command.eventKey) };
}

async function saveNoChange(
  deps: Deps,
  actor: Actor,
  submission: Submission,
  eventKey: string,
): Promise<SubmissionResult> {
  const month = submission.carries['month'] ?? '';
  const own = await ownPrompt(deps, actor, month);
  if (!own.ok) return problems(problemsOf(own.error));
  const actions: ActionAnswer[] = [];
  for (const name of Object.keys(submission.carries)) {
    if (!name.endsWith('.version')) continue;
    const code = name.slice(0, -'.version'.length);
    const before = own.value.facts.previousUpdates.get(code)?.content;
    if (!before) continue;
    const content = contentOf(before.rating, (field) =>
      (submission.answers[`${code}.${field}`] ?? '').trim(),
    );
    const { ask, startsOn } = carriedOver(before, londonDate(deps.clock.now()));
    actions.push({
      code,
      kind: 'no_change',
      content: { ...content, ask, startsOn },
      basedOn: Number(submission.carries[name]),
    });
  }
  return saveUpdate(deps, actor, {
    month,
    actions,
    values: [],
    reason: null,
    eventKey,
    strictness: 'complete',
  });
}

async function saveLater(
  deps: Deps,
  actor: Actor,
  submission: Submission,
  eventKey: string,
): Promise<SubmissionResult> {
  const until = submission.answers['until'] ?? '';
  if (!isLocalDate(until)) return problems([{ field: 'until', words: 'Choose a day from the list.' }]);
  const deferred = await deferPrompt(deps, actor, submission.carries['month'] ?? '', until, eventKey);
  if (!deferred.ok) return problems(problemsOf(deferred.error));
  return {
    kind: 'saved',
    say: [sentence(laterWords(until))],
  };
}

async function saveNotMe(
  deps: Deps,
  actor: Actor,
  submission: Submission,
  eventKey: string,
): Promise<SubmissionResult> {
  const personId = submission.answers['person'] ?? '';
  if (personId === '') return problems([{ field: 'person', words: 'Choose who answers instead.' }]);
  const today = londonDate(deps.clock.now());
  if (submission.answers['how'] === 'for_good')
    return handOverAll(deps, actor, submission, personId, eventKey);
  const until = submission.answers['until'] ?? '';
  if (!isLocalDate(until))
    return problems([{ field: 'until', words: 'Give your last day away, for example 2026-11-20.' }]);
  const absence = await recordAbsence(deps, actor, { from: today, until, coverPersonId: personId }, eventKey);
  if (!absence.ok) return problems([{ field: 'until', words: absence.error.words }]);
  return { kind: 'saved', say: [sentence(absenceWords(absence.value))] };
}

async function handOverAll(
  deps: Deps,
  actor: Actor,
  submission: Submission,
  personId: string,
  eventKey: string,
): Promise<SubmissionResult> {
  const own = await ownPrompt(deps, actor, submission.carries['month'] ?? '');
  if (!own.ok) return problems(problemsOf(own.error));
  const handed = await handOver(deps, actor, {
    scopes: own.value.prompt.items.map(({ kind, code }) => ({ kind, code })),
    toPersonId: personId,
    from: londonDate(deps.clock.now()),
    eventKey,
  });
  if (!handed.ok) return problems([{ field: 'how', words: handed.error.words }]);
  const name = own.value.facts.directory.nameOf(personId);
  return { kind: 'saved', say: [sentence(handedWords(handed.value, name))] };
}

function problems(found: readonly FieldProblem[]): SubmissionResult {
  return { kind: 'problems', problems: found };
}

/** Fields by the names the forms use: a part that is missing as a whole is shown at its first field, what the form does not ask above it. */
function problemsOf(error: Refusal, hasReason = false): readonly FieldProblem[] {
  if (error.problems.length === 0) return [{ field: '', words: error.words }];
  return error.problems.map(({ field, words }) => ({
    field:
      field === 'reason' && !hasReason
        ? ''
        : field.replace(/\.(pathToGreen|ask)$/, '.$1.what').replace(/\.(period|embargoUntil)$/, '.value'),
    words,
  }));
}
