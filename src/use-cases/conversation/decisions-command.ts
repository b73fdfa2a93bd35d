import { dayInWords, type LocalDate } from '../../kit/local-date.ts';
import { decisionLog } from '../../messages/decision-log.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import type { Actor, Deps } from '../deps.ts';
import { closeMeetingAction } from '../minute-decision.ts';
import type { Decision } from '../ports/board-records.ts';
import type { PartnershipStore } from '../ports/store.ts';
import { saying, type Answer } from './answer.ts';
import { enterOffice } from './enter-office.ts';
import { openAsks } from './open-board-forms.ts';

/** `decisions`: what is asked of the board, what it decided last, and what it asked to be done. `decisions done 2` closes one of those. */
export async function decisionsCommand(deps: Deps, actor: Actor, words: string): Promise<Answer> {
  const office = await enterOffice(deps, actor, 'record_decision');
  if (!office.ok) return saying(refusalMessage(office.error));
  const { store, today } = office.value;
  const open = await openActions(store);
  const [what = '', which = ''] = words.trim().split(/\s+/);
  if (what.toLowerCase() === 'done') return closing(deps, actor, open, which);
  if (what !== '')
    return saying(sentence('Say "decisions" to see them, or "decisions done 2" when one is done.', 'notice'));
  const meetings = await store.meetings.all();
  const last = meetings.filter(({ on }) => on <= today).at(-1) ?? null;
  const decisions = (await store.meetings.decisions()).filter(
    ({ kind, meetingId }) => kind === 'decision' && meetingId === last?.id,
  );
  return saying(
    decisionLog({
      asks: await openAsks(store),
      lastMeeting: last === null ? null : `${last.title}, ${dayInWords(last.on)}`,
      decisions: decisions.map(({ actionCode, text }) =>
        actionCode === null ? text : `${actionCode}: ${text}`,
      ),
      actions: open.map((action, index) => actionLine(action, index + 1, today)),
      next: meetings.filter(({ on }) => on > today).map(({ title, on }) => `${title}, ${dayInWords(on)}`),
    }),
  );
}

async function closing(deps: Deps, actor: Actor, open: readonly Decision[], which: string): Promise<Answer> {
  const action =
    open.find(({ id }) => id === which) ?? (/^\d{1,3}$/.test(which) ? open[Number(which) - 1] : undefined);
  if (!action)
    return saying(
      sentence(
        open.length === 0
          ? 'Nothing that a meeting asked for is open.'
          : `Say which: decisions done 1${open.length > 1 ? ` to ${open.length}` : ''}, as "decisions" lists them.`,
        'notice',
      ),
    );
  const closed = await closeMeetingAction(deps, actor, action.id);
  return saying(closed.ok ? sentence(`Done: ${closed.value.text}`) : refusalMessage(closed.error));
}

async function openActions(store: PartnershipStore): Promise<readonly Decision[]> {
  const decisions = await store.meetings.decisions();
  return decisions.filter(({ kind, closedOn }) => kind === 'meeting_action' && closedOn === null);
}

function actionLine({ id, actionCode, text, ownerName, due }: Decision, number: number, today: LocalDate) {
  const late = due !== null && due < today ? ', late' : '';
  return {
    id,
    number,
    what: actionCode === null ? text : `${actionCode}: ${text}`,
    who: ownerName ?? '',
    due: due === null ? '' : `${dayInWords(due)}${late}`,
  };
}
