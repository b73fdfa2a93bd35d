import { done, refused, type Command } from '../command.ts';
import { counted } from '../counted.ts';
import { readReplyLines } from '../read-reply.ts';

export const readReplyCommand: Command = {
  name: 'read-reply',
  does: 'Reads replies from stdin, one JSON object a line, and writes what each was understood to say; nothing is stored.',
  notes: [
    'In: {"id","text","context":{"today","cycle","platform","asked":[{"kind","code","label","unit","polarity","previous_rag","previous"}]}}. Out, in the same order: {"id","intent","updates","measures","confirm","question","pii","narrative"} with whatever else was said. A line that cannot be used is answered with {"id","error"}, and the exit status is then 1.',
    'For trying out how people may write: bcp read-reply < replies.jsonl > readings.jsonl',
  ],
  arguments: [],
  options: [],
  async run({ stdin, stdout }) {
    const { read, unusable } = await readReplyLines(stdin, (line) => stdout.write(line));
    if (unusable === 0) return done('');
    return refused(
      `${counted(unusable, 'line')} of ${read + unusable} could not be used; each is answered with its reason.`,
    );
  },
};
