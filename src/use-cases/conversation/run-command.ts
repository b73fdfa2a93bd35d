import { helpMessage } from '../../messages/help.ts';
import { refusalMessage } from '../../messages/refusal-message.ts';
import { sentence } from '../../messages/sentence.ts';
import { currentCycle } from '../cycle-context.ts';
import type { Actor, Deps } from '../deps.ts';
import { saying, sayingAloud, type Answer, type Heard } from './answer.ts';
import { answerBareWords } from './answer-bare-words.ts';
import { answerStatus } from './answer-status.ts';
import { cycleCommand } from './cycle-command.ts';
import { digestCommand } from './digest-command.ts';
import { moderateCommand } from './moderate-command.ts';
import { openUpdateForm, ownPrompt } from './open-forms.ts';
import { peopleCommand } from './people-command.ts';
import { assignCommand, unassignCommand } from './assign-command.ts';
import { leavesCommand } from './leaves-command.ts';
import { deliveriesCommand } from './deliveries-command.ts';
import { showPrompt } from './show-prompt.ts';
import { takeBackLast } from './take-back-last.ts';
import { channelCommand } from './channel-command.ts';
import { decisionsCommand } from './decisions-command.ts';
import { opening } from './enter-office.ts';
import { openOfficeForm } from './open-office-form.ts';
import { remindCommand } from './remind-command.ts';
import { retentionCommand } from './retention-command.ts';
import { decideCommand, meetingCommand, voiceCommand } from './board-commands.ts';

type Command = (deps: Deps, actor: Actor, words: string, heard: Heard) => Promise<Answer>;

/** Every command, by its first word. `help` lists them for the person who asks; the platforms' manifests name `/bcp` only. */
const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['status', (deps, actor, words, { place }) => answerStatus(deps, actor, words, place)],
  ['help', (_deps, actor) => Promise.resolve(sayingAloud(helpMessage(actor.roles)))],
  ['update', openUpdate],
  ['prompt', showPrompt],
  ['undo', undoLast],
  ['moderate', moderateCommand],
  ['cycle', cycleCommand],
  ['digest', digestCommand],
  ['assign', assignCommand],
  ['unassign', unassignCommand],
  ['leaves', leavesCommand],
  ['people', peopleCommand],
  ['remind', remindCommand],
  ['person', personCommand],
  ['channel', channelCommand],
  ['deliveries', deliveriesCommand],
  ['meeting', meetingCommand],
  ['decide', decideCommand],
  ['decisions', decisionsCommand],
  ['retention', retentionCommand],
  ['voice', voiceCommand],
]);

/** The words a person may begin a command with. */
export const commandWords: readonly string[] = [...commands.keys()];

/**
 * What may follow a command's word where `/bcp` does not stand before it. "People are waiting longer", "Meeting held with schools",
 * "Retention set to rise" and "Status: amber" are answers, and must not be taken for commands.
 */
const bareShapes: readonly RegExp[] = [
  /^(?:help|undo|update|prompt|people|deliveries|status|digest|cycle|assign|moderate|meeting|decide|decisions|person|remind|retention)$/,
  /^status [^:,.=]{1,60}$/,
  /^deliveries (?:retry|give up) [\w-]+$/,
  /^cycle (?:show|open|close|settings|set [a-z]+-[a-z]+)\b/,
  /^digest (?:show|draft|preview|approve|post|export)\b/,
  /^remind (?:all|all late|\S+@\S+)$/,
  /^(?:moderate|decide|assign) [a-z]{1,3}\d{1,3}$/,
  /^decisions done \S+$/,
  /^channel (?:list|stop|use for \S.*)$/,
  /^retention (?:show|run|release|set [a-z]+ \d+)$/,
  /^moderate \S*\d\S* (?:back|red|amber|green|complete|not started|on hold)\b/,
  /^(?:assign|unassign) (?:\S*\d\S* (?:to |from )?\S|\S+ (?:to|from) .+ as theme lead$)/,
  /^leaves .+ \d{4}-\d{2}-\d{2}$/,
  /^meeting \d{4}-\d{2}-\d{2}\b/,
  /^decide \S*\d/,
  /^voice v\d+\b/,
];

/** True when these words are a command as they stand, without `/bcp` before them. */
export function commandNamed(words: string): boolean {
  const plain = words.toLowerCase().trim().replace(/\s+/g, ' ');
  return bareShapes.some((shape) => shape.test(plain));
}

/** Runs a command; nothing at all is help, and words that are no command are a request for the status of what they name. */
export async function runCommand(deps: Deps, actor: Actor, words: string, heard: Heard): Promise<Answer> {
  const [first = '', ...rest] = words.trim().split(/\s+/);
  const command = commands.get(first.toLowerCase());
  if (command) return command(deps, actor, rest.join(' '), heard);
  if (first === '') return sayingAloud(helpMessage(actor.roles));
  // "/bcp safe" means "/bcp status safe": chairs type the word they have in mind.
  return answerBareWords(deps, actor, words, heard.place);
}

async function personCommand(deps: Deps, actor: Actor): Promise<Answer> {
  return opening(await openOfficeForm(deps, actor, 'person'));
}

async function openUpdate(deps: Deps, actor: Actor): Promise<Answer> {
  const context = await currentCycle(deps.store.in(actor.partnershipId));
  if (!context) return saying(sentence('No month has been opened yet.'));
  const form = await openUpdateForm(deps, actor, context.cycle.month, false);
  return form.ok ? { ...saying(), form: form.value } : saying(refusalMessage(form.error));
}

async function undoLast(deps: Deps, actor: Actor, _words: string, heard: Heard): Promise<Answer> {
  const context = await currentCycle(deps.store.in(actor.partnershipId));
  if (!context) return saying(sentence('No month has been opened yet.'));
  const own = await ownPrompt(deps, actor, context.cycle.month);
  return own.ok ? takeBackLast(deps, actor, own.value, heard.eventKey) : saying(refusalMessage(own.error));
}
