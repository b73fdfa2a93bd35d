import type { z } from 'zod';
import { jsonResponse, type DoorRequest, type DoorResponse } from '../../kit/door.ts';
import { failure, success, type Result } from '../../kit/result.ts';
import type { Form } from '../../messages/forms/form.ts';
import type { ExportedFile } from '../../use-cases/ports/exporter.ts';
import type { ConversationRecords } from '../../use-cases/ports/machine-records.ts';
import { keepAnswer, keepTyped, placeOf, type Act } from './conversation-keeping.ts';
import { heardInput, pressedInput, readInput, submittedInput } from './door-input.ts';
import type { RehearsalHost, Roster } from './rehearsal-host.ts';

export interface RoomActsDeps {
  readonly host: RehearsalHost;
  /** The rehearsal partnership's conversations; asked for each time, as beginning again may replace them. */
  readonly conversations: () => ConversationRecords;
  /** Takes personal data out of what was typed before it is kept (the guard's rule, handed in by `app.ts`). */
  readonly mask: (text: string) => Promise<string>;
  /** To be told that a conversation has grown. */
  readonly changed: () => void;
}

/** Somebody typed into the composer. */
export async function hearTyped(deps: RoomActsDeps, request: DoorRequest): Promise<DoorResponse> {
  return await asPerson(deps, request, heardInput, async (act, { text, eventKey, conversation }) => {
    const records = deps.conversations();
    await keepTyped(records, act, await deps.mask(text));
    const answer = await deps.host.hear(act.personId, { text, eventKey, place: placeOf(conversation) });
    await keepAnswer(records, act, answer);
    return answered(answer.form, answer.file);
  });
}

/** Somebody pressed a button of a message. */
export async function pressButton(deps: RoomActsDeps, request: DoorRequest): Promise<DoorResponse> {
  return await asPerson(deps, request, pressedInput, async (act, { press, eventKey, conversation }) => {
    const answer = await deps.host.press(act.personId, { press, eventKey, place: placeOf(conversation) });
    await keepAnswer(deps.conversations(), act, answer);
    return answered(answer.form, answer.file);
  });
}

/** Somebody sent a form. No problems means saved; with problems nothing was stored. */
export async function submitForm(deps: RoomActsDeps, request: DoorRequest): Promise<DoorResponse> {
  return await asPerson(deps, request, submittedInput, async (act, { submission, eventKey }) => {
    const result = await deps.host.submit(act.personId, { submission, eventKey });
    if (result.kind === 'problems') return jsonResponse(200, { problems: result.problems });
    await keepAnswer(deps.conversations(), act, { say: result.say, share: null });
    return jsonResponse(200, { problems: [] });
  });
}

interface ActInput {
  readonly as: string;
  readonly conversation: string;
  readonly eventKey: string;
}

async function asPerson<Input extends ActInput>(
  deps: RoomActsDeps,
  request: DoorRequest,
  schema: z.ZodType<Input>,
  work: (act: Act, input: Input) => Promise<DoorResponse>,
): Promise<DoorResponse> {
  const input = readInput(schema, request.body);
  if (!input.ok) return refused(input.error);
  const { as, conversation, eventKey } = input.value;
  const entered = await enter(deps.host, as, conversation);
  if (!entered.ok) return refused(entered.error);
  const response = await work({ personId: as, conversation, eventKey, at: deps.host.now() }, input.value);
  deps.changed();
  return response;
}

/**
 * Lets a person into one's own chat with bcp or any channel, and gives everybody who is in the room; the error is a
 * sentence.
 */
export async function enter(
  host: RehearsalHost,
  personId: string,
  conversation: string,
): Promise<Result<Roster, string>> {
  const roster = await host.roster();
  if (!roster.people.some((person) => person.id === personId)) {
    return failure('There is no such person in this rehearsal.');
  }
  const isChannel = roster.channels.some((channel) => conversation === `channel:${channel.channelId}`);
  return isChannel || conversation === `person:${personId}`
    ? success(roster)
    : failure('There is no such conversation in this rehearsal.');
}

/** What the person at the page did wrong, in one sentence. */
export function refused(sentence: string): DoorResponse {
  return jsonResponse(422, { error: sentence });
}

function answered(form: Form | null, file: ExportedFile | null): DoorResponse {
  const carried = file && {
    fileName: file.fileName,
    mediaType: file.mediaType,
    base64: Buffer.from(file.bytes).toString('base64'),
  };
  return jsonResponse(200, { form, file: carried });
}
