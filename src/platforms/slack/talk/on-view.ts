import type { z } from 'zod';
import type { FieldProblem, Form, Submission } from '../../../messages/forms/form.ts';
import type { SubmissionResult } from '../../../use-cases/conversation/answer.ts';
import { planNoChange } from '../../../use-cases/conversation/plan-no-change.ts';
import { pressButton } from '../../../use-cases/conversation/press-button.ts';
import { submitForm } from '../../../use-cases/conversation/submit-form.ts';
import { troubleOf } from '../api/trouble.ts';
import { chooserCallback, formView, onlyGroup } from '../forms/form-view.ts';
import { openedAs, problemAnswer, type ProblemAnswer } from '../forms/problems.ts';
import { pressThatOpens, readAnswers, readMetadata } from '../forms/view-data.ts';
import type { ModalView } from '../render/blocks.ts';
import { assertSlackView } from '../render/check-payload.ts';
import { richBlocks } from '../render/rich-text.ts';
import { plain, run } from '../render/words.ts';
import { sayAfterForm, wordsGivenBack, type Returned } from './after-form.ts';
import type { viewPayload } from './payloads.ts';
import { inTime, type TalkDeps, type Turn } from './talk.ts';
import { whoSpeaks } from './who-speaks.ts';

/** How a form that was sent is answered: nothing closes it, else what stands in it. */
export type AckView = (
  reply?: ProblemAnswer | { readonly response_action: 'push'; readonly view: ModalView },
) => Promise<void>;

/**
 * Somebody sends a form. It closes only after the commit; a problem, or a failure of ours, leaves it open with everything typed. Gives true
 * when something was saved.
 */
export async function onView(
  talk: TalkDeps,
  turn: Turn,
  { view }: z.infer<typeof viewPayload>,
  ack: AckView,
): Promise<boolean> {
  const metadata = readMetadata(view.private_metadata);
  const answers = readAnswers(view.state.values);
  const speaker = metadata && (await whoSpeaks(talk.deps, turn, '', metadata.in));
  if (!metadata || !answers || speaker?.kind !== 'known') {
    await ack(
      atFirst(
        answers ?? {},
        speaker?.kind === 'unknown'
          ? `This was not saved. ${speaker.say.summary}`
          : 'bcp does not understand this form any more. Copy what you wrote, close it and open it again.',
      ),
    );
    return false;
  }
  const returned: Returned = { actor: speaker.actor, metadata, answers, viewId: view.id };
  if (view.callback_id === chooserCallback) {
    await openPart(talk, turn, returned, ack);
    return false;
  }
  return submit(talk, turn, returned, `${turn.eventKey}:${view.hash}`, ack);
}

async function openPart(talk: TalkDeps, turn: Turn, returned: Returned, ack: AckView): Promise<void> {
  const code = returned.answers['part'] ?? '';
  const form = await reopened(talk, turn, returned);
  const part = form && onlyGroup(form, code);
  if (!part) {
    await ack({
      response_action: 'errors',
      errors: { part: 'This one is no longer asked of you. Choose another.' },
    });
    return;
  }
  const { actor, metadata } = returned;
  const view = formView(part, { ...openedAs(metadata), partnershipId: actor.partnershipId, only: code });
  assertSlackView(view);
  await ack({ response_action: 'push', view });
}

async function submit(
  talk: TalkDeps,
  turn: Turn,
  returned: Returned,
  eventKey: string,
  ack: AckView,
): Promise<boolean> {
  const { actor, metadata, answers } = returned;
  const submission: Submission = { kind: metadata.kind, carries: metadata.carries, answers };
  const work = submitForm(talk.deps, actor, { submission, eventKey }).catch(
    (cause: unknown): SubmissionResult => {
      talk.deps.log.error('A form could not be saved', { cause });
      return { kind: 'problems', problems: [notSaved] };
    },
  );
  const first = await inTime(work, talk.sleep);
  if (first !== 'late') {
    const result = first.value;
    await ack(result.kind === 'saved' ? undefined : await problemsOf(talk, turn, returned, result.problems));
    if (result.kind === 'saved') await sayAfterForm(talk, turn, returned, result.say);
    return result.kind === 'saved';
  }
  // Slack waits no longer: the form says that it is being saved, and then what came of it.
  await ack({
    response_action: 'update',
    view: noteView('Saving …', 'bcp is saving this. It says here when it is done.'),
  });
  return finish(talk, turn, returned, await work);
}

/** Says in the form what came of it, and in the chat what a form that somebody has closed can no longer say. */
async function finish(
  talk: TalkDeps,
  turn: Turn,
  returned: Returned,
  result: SubmissionResult,
): Promise<boolean> {
  const isSaved = result.kind === 'saved';
  const view = isSaved
    ? noteView('Saved', 'Saved. You may close this.')
    : await openAgain(talk, turn, returned, result.problems);
  const isShown = await turn.api.call('views.update', { view_id: returned.viewId, view }).then(
    () => true,
    (cause: unknown) => {
      const { code } = troubleOf(cause);
      talk.deps.log.info('What came of a form could not be shown in it; it is said in the chat', { code });
      return false;
    },
  );
  if (isSaved) await sayAfterForm(talk, turn, returned, result.say);
  else if (!isShown) {
    const form = await reopened(talk, turn, returned).catch(() => null);
    await sayAfterForm(talk, turn, returned, [wordsGivenBack(talk.deps, returned, form, result.problems)]);
  }
  return isSaved;
}

const notSaved: FieldProblem = {
  field: '',
  words: 'bcp could not save this just now. Nothing is lost: press Save again in a moment.',
};

async function problemsOf(
  talk: TalkDeps,
  turn: Turn,
  returned: Returned,
  problems: readonly FieldProblem[],
): Promise<ProblemAnswer> {
  const names = Object.keys(returned.answers);
  const allAtFields = problems.every(({ field }) => names.includes(field));
  const form = allAtFields ? null : await reopened(talk, turn, returned).catch(() => null);
  const answer = problemAnswer(problems, returned.answers, returned.metadata, form);
  if (answer.response_action === 'update') assertSlackView(answer.view);
  return answer;
}

/** The form with its problems on top, after Slack has stopped waiting for errors at fields. */
async function openAgain(
  talk: TalkDeps,
  turn: Turn,
  returned: Returned,
  problems: readonly FieldProblem[],
): Promise<ModalView> {
  const onTop = problems.map(({ words }) => ({ field: '', words }));
  const answer = await problemsOf(talk, turn, returned, onTop);
  return answer.response_action === 'update'
    ? answer.view
    : noteView('Not saved', Object.values(answer.errors).join(' '));
}

/** The same form as it would open now; null when it would not. */
async function reopened(talk: TalkDeps, turn: Turn, { actor, metadata }: Returned): Promise<Form | null> {
  const press = pressThatOpens(metadata.kind, metadata.carries);
  if (press === null) return null;
  if (press.verb === 'no_change') {
    // Pressing it would record what needs no words; here only its form is wanted.
    const plan = await planNoChange(talk.deps, actor, press.month, '');
    return plan.ok ? plan.value.form : null;
  }
  const answer = await pressButton(talk.deps, actor, { press, place: turn.place, eventKey: turn.eventKey });
  return answer.form;
}

function noteView(title: string, words: string): ModalView {
  return {
    type: 'modal',
    callback_id: 'bcp.note',
    private_metadata: '',
    title: plain(title),
    close: plain('Close'),
    blocks: richBlocks([run(words)]),
  };
}

function atFirst(answers: Submission['answers'], words: string): ProblemAnswer {
  const [first = 'part'] = Object.keys(answers);
  return { response_action: 'errors', errors: { [first]: words } };
}
