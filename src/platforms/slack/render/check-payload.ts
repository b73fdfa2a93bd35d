import { z } from 'zod';
import { homeBlock, id, messageBlock, modalBlock, plainText } from './check-elements.ts';
import { slackLimits as limits } from './limits.ts';
import { weightOf } from './words.ts';

/** A payload that Slack would refuse, or that could mention or link: a mistake of ours, found before anything is sent. */
export class PayloadMistake extends Error {
  override readonly name = 'PayloadMistake';
}

const message = z.object({
  text: z
    .string()
    .min(1)
    .max(limits.messageText + 20)
    .regex(/^[^<>]*$/, 'must be escaped: < and > could mention or link')
    .regex(/^(?:[^&]|&(?:amp|lt|gt);)*$/, 'must be escaped: & stands alone'),
  blocks: z
    .array(messageBlock)
    .min(1)
    .max(limits.messageBlocks)
    .refine((blocks) => weightOf(blocks) <= limits.messageWeight, 'heavier than a message may be')
    .refine((blocks) => blocks.filter(({ type }) => type === 'table').length <= 1, 'more than one table')
    .refine(hasDistinctActions, 'an action_id stands twice'),
});

const modal = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: id,
    private_metadata: z.string().max(limits.privateMetadata),
    title: plainText(limits.viewTitle),
    submit: plainText(limits.viewTitle).optional(),
    close: plainText(limits.viewTitle),
    blocks: z
      .array(modalBlock)
      .min(1)
      .max(limits.viewBlocks)
      .refine(hasDistinctActions, 'an action_id stands twice'),
  })
  .refine(
    ({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'),
    'inputs need a submit',
  )
  .refine(
    ({ blocks }) => isDistinct(blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []))),
    'a block_id stands twice',
  );

const home = z.strictObject({
  type: z.literal('home'),
  blocks: z
    .array(homeBlock)
    .min(1)
    .max(limits.viewBlocks)
    .refine(hasDistinctActions, 'an action_id stands twice'),
});

const view = z
  .discriminatedUnion('type', [modal, home])
  .refine((payload) => weightOf(payload) <= limits.viewBytes, 'larger than a view may be');

/** Throws `PayloadMistake` where Slack would answer `invalid_blocks` or worse; stands before every message that is sent. */
export function assertSlackMessage(payload: {
  readonly text: string;
  readonly blocks: readonly unknown[];
}): void {
  if (sound.has(payload)) return;
  assertBy(message, payload, 'message');
  sound.add(payload);
}

/** Messages that were checked, perhaps ahead: nothing changes one once it is made. */
const sound = new WeakSet<object>();

/** The same for modals and App Home. */
export function assertSlackView(payload: object): void {
  assertBy(view, payload, 'view');
}

/** Never shows the payload itself: it holds people's words. */
function assertBy(schema: z.ZodType, payload: unknown, what: string): void {
  const read = schema.safeParse(payload);
  if (read.success) return;
  const issues = read.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new PayloadMistake(`Slack would refuse this ${what}: ${issues.join('; ')}`);
}

function hasDistinctActions(
  blocks: readonly { readonly type: string; readonly elements?: unknown }[],
): boolean {
  const ids = blocks.flatMap((block) =>
    block.type === 'actions' && Array.isArray(block.elements)
      ? block.elements.map((element: { action_id?: unknown }) => String(element.action_id))
      : [],
  );
  return isDistinct(ids);
}

function isDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
