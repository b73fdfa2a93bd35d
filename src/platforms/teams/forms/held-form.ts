import { card, type Card, type CardElement } from '../cards/card.ts';
import { execute } from '../cards/buttons.ts';
import { mostBytes, roomForEnvelope, weight } from '../cards/card-limits.ts';
import { headings, inPieces, paragraph, run, runs } from '../cards/card-text.ts';
import { marked, type ButtonMark } from '../cards/press-data.ts';

type FormButton = ButtonMark & { readonly do: 'form' };

/**
 * What somebody typed into a form that was not saved and cannot be opened again, for example because the database is away. It needs
 * nothing that is stored: the button carries what was typed, so that it saves the same once more, and what was written in words stands
 * there to be copied. Null when Teams could not take it back.
 */
export function heldForm(mark: FormButton, data: unknown, why: string, inDialog: boolean): Card | null {
  const typed = typedInto(mark, data);
  const look = { title: 'Save again', style: 'positive', associatedInputs: 'none' } as const;
  const carried = { ...typed, ...marked(mark) };
  const top = [...headings('Not saved yet', 'Large'), ...paragraph([run(why)])];
  const button: CardElement = {
    type: 'ActionSet',
    spacing: 'Large',
    actions: [inDialog ? { type: 'Action.Submit', ...look, data: carried } : execute('form', look, carried)],
  };
  const sizes = [
    [...top, ...written(mark, typed), button],
    [...top, button],
  ].map((body) => card(body, 'Not saved yet: open this in Teams to save it again.'));
  return sizes.find((each) => weight(each).bytes <= mostBytes - roomForEnvelope) ?? null;
}

/** The inputs as they came; nothing else that was sent along. */
function typedInto({ form }: FormButton, data: unknown): Readonly<Record<string, string>> {
  const given: Readonly<Record<string, unknown>> =
    typeof data === 'object' && data !== null ? { ...data } : {};
  return Object.fromEntries(
    form.fields.flatMap((field): readonly (readonly [string, string])[] => {
      const id = field.replace(/^[?!]/, '');
      const value = Object.hasOwn(given, id) ? given[id] : undefined;
      return ['string', 'number', 'boolean'].includes(typeof value) ? [[id, String(value)]] : [];
    }),
  );
}

/** What was written in words. Choices and days travel in the button and show no more than their ids. */
function written({ form }: FormButton, typed: Readonly<Record<string, string>>): readonly CardElement[] {
  const texts = form.fields.flatMap((name) => {
    const text = typed[name] ?? '';
    return /\s/.test(text.trim())
      ? [{ code: name.includes('.') ? name.replace(/\..*$/, ': ') : '', text }]
      : [];
  });
  if (texts.length === 0) return [];
  return [
    ...paragraph([run('What you wrote:', { strong: true })]),
    ...texts.flatMap(({ code, text }) => inPieces(code + text).flatMap((piece) => paragraph(runs(piece)))),
  ];
}
