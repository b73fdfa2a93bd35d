import type { Message } from './message.ts';

/** Who has answered which actions of a prompt, and when: `3 November at 09:12`. */
export interface AnsweredView {
  readonly code: string;
  readonly byName: string;
  readonly atWords: string;
}

/** Nothing is open any more: who answered and when, with the way to change it. */
export function alreadyAnswered(view: {
  readonly month: string;
  readonly monthWords: string;
  readonly answers: readonly AnsweredView[];
}): Message {
  const words = `Everything you were asked for ${view.monthWords} is answered; nothing was changed. Press Edit to change it.`;
  const who = answeredInWords(view.answers);
  return {
    summary: `${words}${who === '' ? '' : ` ${who}`}`,
    parts: [
      { kind: 'text', text: words, tone: 'normal' },
      ...(who === '' ? [] : [{ kind: 'text' as const, text: who, tone: 'quiet' as const }]),
      {
        kind: 'buttons',
        buttons: [{ label: 'Edit', press: { verb: 'edit', month: view.month }, style: 'normal' }],
      },
    ],
  };
}

/** `Already recorded: IC4, IC5 by Asha Verma on 3 November at 09:12.` Empty when there is nothing. */
export function answeredInWords(answers: readonly AnsweredView[]): string {
  if (answers.length === 0) return '';
  const bySomebody = new Map<string, string[]>();
  for (const { code, byName, atWords } of answers) {
    const who = `by ${byName} on ${atWords}`;
    bySomebody.set(who, [...(bySomebody.get(who) ?? []), code]);
  }
  const said = [...bySomebody].map(([who, codes]) => `${codes.join(', ')} ${who}`);
  return `Already recorded: ${said.join('; ')}.`;
}
