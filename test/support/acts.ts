import type { Form } from '../../src/messages/forms/form.ts';
import { plainText } from '../../src/messages/plain-text.ts';
import type { Message, Press } from '../../src/messages/message.ts';
import type { Answer, Place, SubmissionResult } from '../../src/use-cases/conversation/answer.ts';
import { hear } from '../../src/use-cases/conversation/hear.ts';
import { openUpdateForm } from '../../src/use-cases/conversation/open-forms.ts';
import { pressButton } from '../../src/use-cases/conversation/press-button.ts';
import { submitForm } from '../../src/use-cases/conversation/submit-form.ts';
import type { AuditEntry } from '../../src/use-cases/ports/audit-records.ts';
import type { PartnershipStore } from '../../src/use-cases/ports/store.ts';
import type { Stage } from './birmingham.ts';

export const inPrivate: Place = { kind: 'personal', channelId: '' };

let acts = 0;

/** A platform's id of something somebody did: another one each time. */
export function nextKey(): string {
  acts += 1;
  return `act-${acts}`;
}

/** Somebody types to bcp in their own chat. */
export async function say(stage: Stage, email: string, text: string, eventKey = nextKey()): Promise<Answer> {
  return hear(stage.deps, await stage.actor(email), { text, place: inPrivate, eventKey });
}

/** Somebody presses a button in their own chat. */
export async function press(
  stage: Stage,
  email: string,
  button: Press,
  eventKey = nextKey(),
): Promise<Answer> {
  return pressButton(stage.deps, await stage.actor(email), { press: button, place: inPrivate, eventKey });
}

/** The form that Update opens, or Edit and Correct with `onlyOpen` false. */
export async function openForm(stage: Stage, email: string, month: string, onlyOpen = true): Promise<Form> {
  const form = await openUpdateForm(stage.deps, await stage.actor(email), month, onlyOpen);
  if (!form.ok) throw new Error(form.error.words);
  return form.value;
}

/** Everything a form has in its fields when it opens, as a platform sends it back when nobody touches it. */
export function asPrefilled(form: Form): Record<string, string> {
  const fields = form.groups.flatMap((group) => group.fields);
  return Object.fromEntries(fields.map(({ name, value }) => [name, String(value)]));
}

/** Somebody sends a form that is open in front of them. */
export async function send(
  stage: Stage,
  email: string,
  form: Form,
  answers: Readonly<Record<string, string>>,
  eventKey = nextKey(),
): Promise<SubmissionResult> {
  const submission = {
    kind: form.kind,
    carries: form.carries,
    answers: { ...asPrefilled(form), ...answers },
  };
  return submitForm(stage.deps, await stage.actor(email), { submission, eventKey });
}

/** Opens the form, fills fields in and sends it. */
export async function fillIn(
  stage: Stage,
  email: string,
  month: string,
  answers: Readonly<Record<string, string>>,
  eventKey = nextKey(),
): Promise<SubmissionResult> {
  return send(stage, email, await openForm(stage, email, month, false), answers, eventKey);
}

/** What an answer says, message by message, as plain text; one sentence is given as it is. */
export function words(answer: { readonly say: readonly Message[] }): string {
  return answer.say
    .map((message) => (message.parts.length === 1 ? message.summary : plainText(message).trim()))
    .join('\n');
}

/** What a form's result says: the messages after saving, or the problems with their fields. */
export function outcome(result: SubmissionResult): string {
  return result.kind === 'saved'
    ? words(result)
    : result.problems.map((problem) => `${problem.field}: ${problem.words}`).join('\n');
}

export function records(stage: Stage): PartnershipStore {
  return stage.store.in(stage.partnershipId);
}

/** Versions of an action in a month, as `kind rating`. */
export async function versions(stage: Stage, month: string, code: string): Promise<readonly string[]> {
  const stored = await records(stage).updates.versions(month, code);
  return stored.map(({ kind, content }) => `${kind} ${content?.rating ?? 'nothing'}`);
}

/** Versions of a figure, as `state value`. */
export async function figures(stage: Stage, code: string): Promise<readonly string[]> {
  const latest = await records(stage).values.latest([code]);
  return latest
    .filter(({ series }) => series === 'partnership')
    .map(({ period, state, value, version }) => `${period.key} ${state} ${value ?? '-'} v${version}`);
}

/** The whole audit chain of the partnership. */
export async function auditRows(stage: Stage): Promise<readonly AuditEntry[]> {
  return records(stage).audit.after(0, 10_000);
}

/** How many audit rows have each verb. */
export async function auditVerbs(stage: Stage): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { verb } of await auditRows(stage)) counts[verb] = (counts[verb] ?? 0) + 1;
  return counts;
}

/** Everything that stands in a person's conversation, as one text. */
export async function chat(stage: Stage, email: string): Promise<string> {
  return (await stage.conversation(email)).join('\n---\n');
}

/** Every row of the database as text: what is not in here is stored nowhere. */
export async function wholeDatabase(stage: Stage): Promise<string> {
  const rows: string[] = [];
  const partnerships = await stage.store.partnerships();
  for await (const { json } of stage.store.whole.rows(partnerships.map(({ id }) => id))) rows.push(json);
  return rows.join('\n');
}
