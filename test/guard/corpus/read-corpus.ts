import { readFileSync } from 'node:fs';
import { personalDataTypes, type PersonalDataType } from '../../../src/guard/personal-data-finding.ts';

export interface PersonalSentence {
  readonly type: PersonalDataType;
  readonly text: string;
}

/** Sentences as owners write them every month, with nothing in them that must be kept out. */
export function ordinarySentences(): readonly string[] {
  return lines('ordinary.txt');
}

/** Made-up sentences, each with personal data of the kind named first. No number or name in them is anybody's. */
export function personalSentences(): readonly PersonalSentence[] {
  return lines('personal.txt').map((line) => {
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
