import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from '../../src/guard/personal-data.ts';
import { personalDataTypes, type PersonalDataType } from '../../src/guard/personal-data-finding.ts';
import { allReplies } from '../replies/corpus.ts';
import { ordinarySentences, personalSentences } from './corpus/read-corpus.ts';

const context = { today: '2026-11-03', staffNames: ['Priya Shah'] };

/** The least share found, by kind. Kinds with a checksum may miss none; wording can never be complete. */
const bars: Readonly<Record<PersonalDataType, number>> = {
  nhs_number: 1,
  upn: 1,
  ni_number: 1,
  date_of_birth: 0.98,
  address: 0.98,
  phone: 0.98,
  email: 0.98,
  person_name: 0.95,
  small_group: 0.95,
};

const sentences = personalSentences();
const isFound = (type: PersonalDataType, text: string) =>
  findPersonalData(text, context).some((finding) => finding.type === type);

describe('the published corpus', () => {
  it('is large enough to mean something', () => {
    expect(ordinarySentences().length).toBeGreaterThanOrEqual(200);
    expect(sentences.length).toBeGreaterThanOrEqual(150);
    expect(new Set(sentences.map(({ type }) => type)).size).toBe(personalDataTypes.length);
  });

  it.each(personalDataTypes)('%s: enough of its sentences are found', (type) => {
    const ofType = sentences.filter((sentence) => sentence.type === type);
    const missed = ofType.filter(({ text }) => !isFound(type, text)).map(({ text }) => text);
    const recall = 1 - missed.length / ofType.length;
    process.stdout.write(`${type}: ${ofType.length - missed.length} of ${ofType.length} found\n`);

    expect(recall, missed.join('\n')).toBeGreaterThanOrEqual(bars[type]);
  });

  it('stops at most 2 in 100 ordinary sentences', () => {
    const ordinary = ordinarySentences();

    const stopped = ordinary.filter((text) => findPersonalData(text, context).length > 0);
    process.stdout.write(`${stopped.length} of ${ordinary.length} ordinary sentences stopped\n`);

    expect(stopped.length / ordinary.length, stopped.join('\n')).toBeLessThanOrEqual(0.02);
  });

  it('leaves every reply of the readers’ corpus as it was written, with nobody known by name', () => {
    const stopped = allReplies.filter(
      ({ text }) => findPersonalData(text, { today: context.today }).length > 0,
    );

    expect(stopped.map(({ text }) => text)).toEqual([]);
  });

  it('is clean of every certain kind once it is masked', () => {
    const left = sentences.filter(({ text }) => {
      const masked = maskPersonalData(text, findPersonalData(text, context));
      return findPersonalData(masked, context).some(({ certain }) => certain);
    });

    expect(left).toEqual([]);
  });
});
