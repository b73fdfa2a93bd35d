import { fieldAction } from '../../../src/platforms/slack/forms/form-fields.ts';
import type { ModalView } from '../../../src/platforms/slack/render/blocks.ts';
import { untouched } from './untouched.ts';

/** The state Slack sends of a form in which somebody has typed. */
export function filledIn(view: ModalView, typed: Readonly<Record<string, string>>) {
  const values = untouched(view);
  for (const block of view.blocks) {
    const text = block.type === 'input' ? typed[block.block_id] : undefined;
    if (block.type !== 'input' || text === undefined) continue;
    const { type } = block.element;
    const state =
      type === 'plain_text_input'
        ? { type, value: text }
        : type === 'datepicker'
          ? { type, selected_date: text }
          : { type, selected_option: { value: `=${text}` } };
    values[block.block_id] = { [fieldAction]: state };
  }
  return values;
}
