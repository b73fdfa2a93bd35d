import type { Button, Press } from '../../../messages/message.ts';
import type { Block, ButtonElement } from './blocks.ts';
import { slackLimits } from './limits.ts';
import { pressToValue } from './press-value.ts';
import { richBlocks } from './rich-text.ts';
import { bold, plain, run } from './words.ts';

export interface ButtonContext {
  readonly partnershipId: string | null;
  /** Gives each button of a message a number of its own. */
  readonly nextNumber: () => number;
}

/** More buttons than this in a row are hard to hit on a phone. */
const inARow = 5;

/** Buttons in rows. A label that is too long for a button is written out above it, with a number. */
export function buttonBlocks(buttons: readonly Button[], context: ButtonContext): readonly Block[] {
  const legend: { readonly label: string; readonly mark: string }[] = [];
  const elements = buttons.flatMap((button) => {
    const parts = pressParts(button.press, context.partnershipId);
    return parts.map((value, index) => {
      const label = parts.length === 1 ? button.label : `${button.label} (${index + 1} of ${parts.length})`;
      const isLong = label.length > slackLimits.buttonText;
      const mark = isLong ? String(legend.length + 1) : label;
      if (isLong) legend.push({ label, mark });
      return buttonElement(button, mark, value, context.nextNumber());
    });
  });
  const unfit = buttons.filter(({ press }) => pressParts(press, context.partnershipId).length === 0);
  return [
    ...richBlocks(legend.map(({ mark, label }) => [...bold(`${mark}. `), ...run(label)])),
    ...rows(elements),
    ...richBlocks(
      unfit.map(({ label }) =>
        run(`"${label}" is not offered here: its words are too long for a button. Type it instead.`),
      ),
    ),
  ];
}

function buttonElement(button: Button, label: string, value: string, number: number): ButtonElement {
  return {
    type: 'button',
    action_id: `bcp.${button.press.verb}.${number}`,
    text: plain(label),
    value,
    ...(button.style === 'main'
      ? { style: 'primary' }
      : button.style === 'danger'
        ? { style: 'danger' }
        : {}),
  };
}

function rows(elements: readonly ButtonElement[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < elements.length; start += inARow)
    blocks.push({ type: 'actions', elements: elements.slice(start, start + inARow) });
  return blocks;
}

/** The values that carry the press: one, or several where it names more codes than one value holds; none when it cannot be carried. */
function pressParts(press: Press, partnershipId: string | null): readonly string[] {
  const value = pressToValue({ in: partnershipId, press });
  if (value.length <= slackLimits.buttonValue) return [value];
  if (press.verb !== 'undo' || press.codes.length < 2) return [];
  const half = Math.ceil(press.codes.length / 2);
  return [press.codes.slice(0, half), press.codes.slice(half)].flatMap((codes) =>
    pressParts({ ...press, codes }, partnershipId),
  );
}
