import { assertNever } from '../../kit/assert-never.ts';
import { dayInWords } from '../../kit/local-date.ts';
import { digestReady } from '../../messages/digest-ready.ts';
import { helpMessage } from '../../messages/help.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { approveDigest } from '../approve-digest.ts';
import { answerRole } from '../change-roles.ts';
import type { Actor, Deps } from '../deps.ts';
import { exportDigest } from '../export-digest.ts';
import { exportFormats, isExportFormat } from '../ports/exporter.ts';
import { postDigest } from '../post-digest.ts';
import { refuseWithoutRole } from '../refuse-stranger.ts';
import type { Result } from '../../kit/result.ts';
import type { Form } from '../../messages/forms/form.ts';
import type { Press } from '../../messages/message.ts';
import type { Refusal } from '../refusal.ts';
import { saying, type Answer, type Pressed } from './answer.ts';
import { chooseReading } from './choose-reading.ts';
import { openUpdateForm } from './open-forms.ts';
import { openLaterForm, openNotMeForm } from './open-small-forms.ts';
import { recordNoChange } from './record-no-change.ts';
import { answerStatus, shareStatus } from './answer-status.ts';
import { takeBack } from './take-back-last.ts';

/** Somebody presses a button. Rights are looked at now, not when the button was made; an old button says what became of it. */
export async function pressButton(deps: Deps, actor: Actor, pressed: Pressed): Promise<Answer> {
  const stranger = await refuseWithoutRole(deps, actor, pressed.eventKey);
  if (stranger) return saying(stranger);
  const { press, place, eventKey } = pressed;
  switch (press.verb) {
    case 'update':
      return opening(await openUpdateForm(deps, actor, press.month, true));
    case 'edit':
      return opening(await openUpdateForm(deps, actor, press.month, false));
    case 'no_change':
      return recordNoChange(deps, actor, press.month, eventKey);
    case 'not_me':
      return opening(await openNotMeForm(deps, actor, press.month));
    case 'later':
      return opening(await openLaterForm(deps, actor, press.month));
    case 'undo':
      return takeBack(deps, actor, press.month, press.codes, eventKey);
    case 'status':
      return answerStatus(deps, actor, press.words);
    case 'share':
      return shareStatus(deps, actor, press.words, place);
    case 'choose':
      return chooseReading(deps, actor, press.question, press.option, eventKey);
    case 'accept_role':
    case 'decline_role':
      return answerForRole(deps, actor, press.role, press.verb === 'accept_role');
    case 'help':
      return saying(helpMessage(actor.roles));
    default:
      return pressOnDigest(deps, actor, press);
  }
}

type DigestPress = Extract<Press, { digest: string }>;

function pressOnDigest(deps: Deps, actor: Actor, press: DigestPress): Promise<Answer> {
  switch (press.verb) {
    case 'approve_digest':
      return approving(deps, actor, press.digest);
    case 'post_digest':
      return posting(deps, actor, press.digest);
    case 'download_digest':
      return downloading(deps, actor, press.digest, press.format);
    default:
      return assertNever(press);
  }
}

function opening(form: Result<Form, Refusal>): Answer {
  return form.ok ? { ...saying(), form: form.value } : saying(refusalMessage(form.error));
}

async function answerForRole(deps: Deps, actor: Actor, roleId: string, accepts: boolean): Promise<Answer> {
  const answered = await answerRole(deps, actor, roleId, accepts);
  if (!answered.ok) return saying(refusalMessage(answered.error));
  return saying(
    sentence(
      accepts
        ? `Thank you. You hold it from ${dayInWords(answered.value.role.startsOn)}.`
        : 'Noted: it is not yours. The secretariat has been told.',
    ),
  );
}

async function approving(deps: Deps, actor: Actor, digestId: string): Promise<Answer> {
  const approved = await approveDigest(deps, actor, digestId);
  return saying(approved.ok ? digestReady(approved.value) : refusalMessage(approved.error));
}

async function posting(deps: Deps, actor: Actor, digestId: string): Promise<Answer> {
  const posted = await postDigest(deps, actor, digestId);
  if (!posted.ok) return saying(refusalMessage(posted.error));
  const names = posted.value.channels.join(', ');
  return saying(sentence(`On its way to ${names}. What became of it stands under deliveries.`));
}

/** The digest as a file for the person who asked; an unknown format is said back with the known ones. */
export async function downloading(
  deps: Deps,
  actor: Actor,
  digestId: string,
  format: string,
): Promise<Answer> {
  if (!isExportFormat(format))
    return saying(sentence(`There is no format "${format}". Choose ${exportFormats.join(', ')}.`, 'notice'));
  const file = await exportDigest(deps, actor, digestId, format);
  return file.ok
    ? { ...saying(sentence(`Here is ${file.value.fileName}.`)), file: file.value }
    : saying(refusalMessage(file.error));
}
