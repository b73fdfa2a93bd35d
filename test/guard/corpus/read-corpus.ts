import { readFileSync } from 'node:fs';
import { personalDataTypes, type PersonalDataType } from '../../../src/guard/personal-data-finding.ts';

export interface PersonalSentence {
  readonly type: PersonalDataType;
  readonly text: string;
}

/** Sets that were written before a rule was looked at or changed for them: what was found the first time is in docs/guard-corpus.md. */
const unseen = [1, 2, 3, 4, 5, 6] as const;

/** Sentences as owners write them every month, with nothing in them that must be kept out. */
export function ordinarySentences(): readonly string[] {
  return ['ordinary.txt', ...unseen.map((set) => `unseen-${set}-ordinary.txt`)].flatMap(lines);
}

/** Made-up sentences, each with personal data of the kind named first. No number or name in them is anybody's. */
export function personalSentences(): readonly PersonalSentence[] {
  return ['personal.txt', ...unseen.map((set) => `unseen-${set}-personal.txt`)].flatMap(lines).map((line) => {
    const [kind, text] = line.split('\t');
    const type = personalDataTypes.find((known) => known === kind);
    if (type === undefined || text === undefined)
      throw new Error(`The corpus has no kind on this line: ${line}`);
    return { type, text };
  });
}

function lines(file: string): readonly string[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
