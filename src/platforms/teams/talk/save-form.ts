import type { FieldProblem, Submission } from '../../../messages/forms/form.ts';
import type { Message } from '../../../messages/message.ts';
import { sentence } from '../../../messages/sentence.ts';
import type { SubmissionResult } from '../../../use-cases/conversation/answer.ts';
import { submitForm } from '../../../use-cases/conversation/submit-form.ts';
import type { Actor } from '../../../use-cases/deps.ts';
import type { Card } from '../cards/card.ts';
import type { ButtonMark } from '../cards/press-data.ts';
import { cardSubmission } from '../forms/card-submission.ts';
import { formPage } from '../forms/form-card.ts';
import { heldForm } from '../forms/held-form.ts';
import { reopenForm } from '../forms/reopen-form.ts';
import type { InboundActivity } from '../seam/activity.ts';
import { tooLong } from './answer-cards.ts';
import { eventKeyOf, type TalkDeps } from './talk.ts';

/** A form that came back: whose it is, what its button is for, and what stood in its inputs. */
export interface SentForm {
  readonly actor: Actor;
  readonly mark: ButtonMark & { readonly do: 'form' };
  readonly data: unknown;
  readonly inDialog: boolean;
}

/** `say`: what is told after the commit. `card`: what takes the form's place, itself again or its next page; null = it goes. */
export interface FormOutcome {
  readonly say: readonly Message[];
  readonly card: Card | null;
}

/** Takes a form in. It goes only after the commit; a problem, or a failure of ours, gives it back with everything typed. */
export async function saveForm(
  talk: TalkDeps,
  activity: InboundActivity,
  sent: SentForm,
): Promise<FormOutcome> {
  const { deps } = talk;
  const submission = cardSubmission(sent.mark.form, sent.data);
  const result = await submitForm(deps, sent.actor, { submission, eventKey: eventKeyOf(activity) }).catch(
    (cause: unknown): SubmissionResult => {
      deps.log.error('Teams: a form could not be saved', { cause });
      return { kind: 'problems', problems: [notSaved] };
    },
  );
  if (result.kind === 'problems')
    return { say: [], card: await givenBack(talk, sent, submission, result.problems) };
  const { rest } = sent.mark.form;
  if (rest.length === 0) return { say: result.say, card: null };
  const next = await nextPage(talk, sent, submission).catch((cause: unknown) => {
    deps.log.error('Teams: the next page of a form could not be opened', { cause });
    return 'failed' as const;
  });
  return next === 'failed'
    ? { say: [...result.say, stillToCome(rest)], card: null }
    : { say: result.say, card: next };
}

const notSaved: FieldProblem = {
  field: '',
  words: 'bcp could not save this just now. Nothing is lost: press Save again in a moment.',
};

function stillToCome(codes: readonly string[]): Message {
  return sentence(
    `This page is saved, and the next could not be opened. Still to come: ${codes.join(', ')}. Press Update again.`,
    'notice',
  );
}

/** The form as it was sent, with its problems; where it does not open any more, what was typed is held by itself. */
async function givenBack(
  talk: TalkDeps,
  { actor, mark, data, inDialog }: SentForm,
  submission: Submission,
  problems: readonly FieldProblem[],
): Promise<Card> {
  const { partnershipId } = actor;
  const opened = await reopenForm(talk.deps, actor, submission, problems, null).catch(() => null);
  const page = opened?.ok ? formPage(opened.value, problems, { partnershipId, inDialog }) : null;
  if (page) return page.card;
  const why = [
    ...problems.map(({ words }) => words),
    ...(opened && !opened.ok ? [opened.error.words] : []),
  ].join(' ');
  return heldForm(mark, data, why, inDialog) ?? tooLong(talk, partnershipId);
}

async function nextPage(
  { deps }: TalkDeps,
  { actor, mark, inDialog }: SentForm,
  submission: Submission,
): Promise<Card | null> {
  const next = await reopenForm(deps, actor, submission, [], mark.form.rest);
  if (!next.ok || next.value.groups.length === 0) return null;
  return formPage(next.value, [], { partnershipId: actor.partnershipId, inDialog })?.card ?? null;
}
