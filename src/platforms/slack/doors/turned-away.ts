import { field, textAt } from '../api/slack-api.ts';
import { asReply } from '../talk/on-command.ts';
import type { GateAnswer } from './slack-gate.ts';

type Payload = Readonly<Record<string, unknown>>;

/** What somebody sent by doing it, and how it can be answered: a command in words, a form at its fields, a press at its button. */
export function kindOf(body: Payload): 'command' | 'form' | 'press' | 'event' | 'other' {
  if (field(body, 'command') !== undefined) return 'command';
  if (field(body, 'event') !== undefined) return 'event';
  const type = textAt(body, 'type');
  return type === 'view_submission' ? 'form' : type === 'block_actions' ? 'press' : 'other';
}

/** Keeps a form open with these words at its first field, as Slack would close it on an empty answer, which says that it is saved. */
function keptOpen(body: Payload, words: string): GateAnswer {
  const blocks = field(field(body, 'view'), 'blocks');
  const inputs = (Array.isArray(blocks) ? (blocks as readonly unknown[]) : []).filter(
    (block) => textAt(block, 'type') === 'input',
  );
  const first = textAt(inputs[0], 'block_id');
  return first === ''
    ? { kind: 'again' }
    : { kind: 'taken', body: { response_action: 'errors', errors: { [first]: words } } };
}

/** What comes from a workspace that bcp has no key to. A button shows that it did not work; `notInstalledReply` is said beside it. */
export function notInstalled(body: Payload): GateAnswer {
  switch (kindOf(body)) {
    case 'command':
      return { kind: 'taken', body: notInstalledReply() };
    case 'form':
      return keptOpen(
        body,
        'This was not saved: bcp is not installed in this Slack workspace. Copy what you wrote, and ask the secretariat of your partnership.',
      );
    case 'press':
      return { kind: 'again' };
    default:
      // Nothing can be said there, and what is refused too often, Slack stops sending from every workspace.
      return { kind: 'taken', body: '' };
  }
}

export function notInstalledReply() {
  return asReply(
    'bcp is not installed in this Slack workspace. Please ask the secretariat of your partnership.',
  );
}

/** After a failure of ours: a command gets words, a form stays open, a button shows that it did not work, and an event comes again. */
export function troubled(body: Payload): GateAnswer {
  switch (kindOf(body)) {
    case 'command':
      return { kind: 'taken', body: troubledReply() };
    case 'form':
      return keptOpen(
        body,
        'bcp could not take this just now. Nothing is lost: leave this open and press the same button again in a moment.',
      );
    default:
      return { kind: 'again' };
  }
}

export function troubledReply() {
  return asReply(
    'bcp could not answer just now. Nothing is lost: please try again in a moment, or type /bcp help.',
  );
}

/** What goes back before Slack stops waiting, while the work goes on. A command and a press have their words afterwards. */
export function stillWorking(body: Payload): GateAnswer {
  return kindOf(body) === 'form'
    ? keptOpen(
        body,
        'bcp needs longer than usual for this. Nothing is lost: leave this open and press the same button again in a moment; it is saved once.',
      )
    : { kind: 'taken', body: '' };
}
