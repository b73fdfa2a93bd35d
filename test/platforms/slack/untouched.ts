import { fieldAction } from '../../../src/platforms/slack/forms/form-fields.ts';
import type { ModalView } from '../../../src/platforms/slack/render/blocks.ts';

/** What Slack sends back of a view that somebody has opened and not touched. */
export function untouched(view: ModalView): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    view.blocks.flatMap((block) => {
      if (block.type !== 'input') return [];
      const { element } = block;
      const state =
        element.type === 'plain_text_input'
          ? { type: element.type, value: element.initial_value ?? null }
          : element.type === 'datepicker'
            ? { type: element.type, selected_date: element.initial_date ?? null }
            : element.type === 'checkboxes'
              ? { type: element.type, selected_options: element.initial_options ?? [] }
              : { type: element.type, selected_option: element.initial_option ?? null };
      return [[block.block_id, { [fieldAction]: state }]];
    }),
  );
}
