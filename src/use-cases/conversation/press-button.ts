import { assertNever } from '../../kit/assert-never.ts';
import { dayInWords } from '../../kit/local-date.ts';
import { helpMessage } from '../../messages/help.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { answerRole } from '../change-roles.ts';
import type { Actor, Deps } from '../deps.ts';
import { refuseWithoutRole } from '../refuse-stranger.ts';
import type { Press } from '../../messages/message.ts';
import { saying, sayingAloud, type Answer, type Pressed } from './answer.ts';
import { chooseReading } from './choose-reading.ts';
import { approving, downloading, posting } from './digest-acts.ts';
import { opening } from './enter-office.ts';
import { openUpdateForm } from './open-forms.ts';
import { openLaterForm, openNotMeForm } from './open-small-forms.ts';
import { recordNoChange } from './record-no-change.ts';
import { answerStatus, shareStatus } from './answer-status.ts';
import { runCommand } from './run-command.ts';
import { takeBack } from './take-back-last.ts';

/** Somebody presses a button. Rights are looked at now, not when the button was made; an old button says what became of it. */
export async function pressButton(deps: Deps, actor: Actor, pressed: Pressed): Promise<Answer> {
  const stranger = await refuseWithoutRole(deps, actor, pressed.eventKey);
  if (stranger) return saying(stranger);
  const { press, place, eventKey } = pressed;
  switch (press.verb) {
    case 'update':
    case 'edit':
      return opening(await openUpdateForm(deps, actor, press.month, press.verb === 'update'));
    case 'no_change':
      return recordNoChange(deps, actor, press.month, eventKey);
    case 'not_me':
      return opening(await openNotMeForm(deps, actor, press.month));
    case 'later':
      return opening(await openLaterForm(deps, actor, press.month));
    case 'undo':
      return takeBack(deps, actor, press.month, press.codes, eventKey);
    case 'status':
      return answerStatus(deps, actor, press.words, place);
    case 'share':
      return shareStatus(deps, actor, press.words, place);
    case 'choose':
      return chooseReading(deps, actor, press.question, press.option, eventKey);
    case 'accept_role':
    case 'decline_role':
      return answerForRole(deps, actor, press.role, press.verb === 'accept_role');
    default:
      return pressElsewhere(deps, actor, { press, place, eventKey });
  }
}

type ElsewherePress = Extract<Press, { digest: string } | { verb: 'type' | 'help' }>;

function pressElsewhere(
  deps: Deps,
  actor: Actor,
  { press, place, eventKey }: Pressed & { readonly press: ElsewherePress },
): Promise<Answer> {
  switch (press.verb) {
    case 'approve_digest':
      return approving(deps, actor, press.digest);
    case 'post_digest':
      return posting(deps, actor, press.digest);
    case 'download_digest':
      return downloading(deps, actor, press.digest, press.format);
    case 'type':
      return runCommand(deps, actor, press.words, { text: press.words, place, eventKey });
    case 'help':
      return Promise.resolve(sayingAloud(helpMessage(actor.roles)));
    default:
      return assertNever(press);
  }
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
