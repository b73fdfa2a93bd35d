import { assertNever } from '../../kit/assert-never.ts';
import { londonDate } from '../../kit/london.ts';
import { isLocalDate } from '../../kit/local-date.ts';
import type { FieldProblem, Submission } from '../../messages/forms/form.ts';
import { recordedMessage } from '../../messages/recorded.ts';
import { sentence } from '../../messages/sentence.ts';
import { dayWithWeekday } from '../../kit/local-date.ts';
import { handOver } from '../change-roles.ts';
import { deferPrompt } from '../defer-prompt.ts';
import type { Actor, Deps } from '../deps.ts';
import { recordAbsence } from '../record-absence.ts';
import { recordUpdate, type ActionAnswer, type RecordUpdate } from '../record-update.ts';
import type { Refusal } from '../refusal.ts';
import type { SubmissionResult, Submitted } from './answer.ts';
import { describeRecorded } from './describe-recorded.ts';
import { ownPrompt } from './open-forms.ts';
import { contentOf, readUpdateSubmission } from './read-submission.ts';

/** Takes a form in. "Saved" is said after the commit and never before; problems keep what the person typed. */
export async function submitForm(deps: Deps, actor: Actor, submitted: Submitted): Promise<SubmissionResult> {
  const { submission, eventKey } = submitted;
  switch (submission.kind) {
    case 'update':
    case 'correction': {
      const read = readUpdateSubmission(submission, eventKey);
      if (read.problems.length > 0) return { kind: 'problems', problems: read.problems };
      return saveUpdate(deps, actor, read.command);
    }
    case 'no_change':
      return saveNoChange(deps, actor, submission, eventKey);
    case 'later':
      return saveLater(deps, actor, submission);
    case 'not_me':
      return saveNotMe(deps, actor, submission);
    case 'moderation':
      return problems([{ field: '', words: 'Moderate with the command: moderate IC5 red because …' }]);
    default:
      return assertNever(submission.kind);
  }
}

async function saveUpdate(deps: Deps, actor: Actor, command: RecordUpdate): Promise<SubmissionResult> {
  const recorded = await recordUpdate(deps, actor, command);
  if (!recorded.ok) return problems(problemsOf(recorded.error));
  return { kind: 'saved', say: [recordedMessage(await describeRecorded(deps, actor, recorded.value))] };
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
    actions.push({
      code,
      kind: 'no_change',
      content: { ...content, ask: before.ask, startsOn: before.startsOn },
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

async function saveLater(deps: Deps, actor: Actor, submission: Submission): Promise<SubmissionResult> {
  const until = submission.answers['until'] ?? '';
  if (!isLocalDate(until)) return problems([{ field: 'until', words: 'Choose a day from the list.' }]);
  const deferred = await deferPrompt(deps, actor, submission.carries['month'] ?? '', until);
  if (!deferred.ok) return problems(problemsOf(deferred.error));
  return {
    kind: 'saved',
    say: [sentence(`No reminder before ${dayWithWeekday(until)}. You may answer any time.`)],
  };
}

async function saveNotMe(deps: Deps, actor: Actor, submission: Submission): Promise<SubmissionResult> {
  const personId = submission.answers['person'] ?? '';
  if (personId === '') return problems([{ field: 'person', words: 'Choose who answers instead.' }]);
  const today = londonDate(deps.clock.now());
  if (submission.answers['how'] === 'for_good') return handOverAll(deps, actor, submission, personId, today);
  const until = submission.answers['until'] ?? '';
  if (!isLocalDate(until))
    return problems([{ field: 'until', words: 'Give your last day away, for example 2026-11-20.' }]);
  const absence = await recordAbsence(deps, actor, { from: today, until, coverPersonId: personId });
  if (!absence.ok) return problems([{ field: 'until', words: absence.error.words }]);
  return {
    kind: 'saved',
    say: [
      sentence(
        `${absence.value.coverName ?? 'Your cover'} is asked until ${dayWithWeekday(until)}. Enjoy your time away.`,
      ),
    ],
  };
}

async function handOverAll(
  deps: Deps,
  actor: Actor,
  submission: Submission,
  personId: string,
  today: string,
): Promise<SubmissionResult> {
  const own = await ownPrompt(deps, actor, submission.carries['month'] ?? '');
  if (!own.ok) return problems(problemsOf(own.error));
  const owned = own.value.prompt.items.filter((item) => item.as === 'owner');
  const done: string[] = [];
  for (const item of owned) {
    const handed = await handOver(deps, actor, {
      scope: { kind: item.kind, code: item.code },
      toPersonId: personId,
      from: today,
    });
    // A measure may be answered through its action; it goes over with the action.
    if (handed.ok) done.push(item.code);
    else if (handed.error.kind !== 'not_found') return problems(problemsOf(handed.error));
  }
  if (done.length === 0)
    return problems([
      { field: 'how', words: 'You own none of these yourself, so they cannot be handed over for good.' },
    ]);
  const name = own.value.facts.directory.nameOf(personId);
  return {
    kind: 'saved',
    say: [sentence(`${done.join(', ')}: ${name} is the owner from today and has been asked to accept.`)],
  };
}

function problems(found: readonly FieldProblem[]): SubmissionResult {
  return { kind: 'problems', problems: found };
}

/** Fields by the names the forms use: a part that is missing as a whole is shown at its first field. */
function problemsOf(error: Refusal): readonly FieldProblem[] {
  if (error.problems.length === 0) return [{ field: '', words: error.words }];
  return error.problems.map(({ field, words }) => ({
    field: field.replace(/\.(pathToGreen|ask)$/, '.$1.what').replace(/\.(period|embargoUntil)$/, '.value'),
    words,
  }));
}
