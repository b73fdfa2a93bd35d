/** The kinds of personal data that the guard knows. */
export const personalDataTypes = [
  'nhs_number',
  'upn',
  'date_of_birth',
  'address',
  'phone',
  'email',
  'ni_number',
  'small_group',
  'person_name',
] as const;
export type PersonalDataType = (typeof personalDataTypes)[number];

/** Something in a text that must not be kept: where it stands, what it is, and what stands there once it is masked. */
export interface PersonalDataFinding {
  readonly type: PersonalDataType;
  /** Its place in the text as given, in UTF-16 units; the end is not part of it. */
  readonly start: number;
  readonly end: number;
  /**
   * Certain findings are always masked. The others are masked too until the sender confirms that they are not a child's: a
   * colleague's phone, a school's address, a councillor's name.
   */
  readonly certain: boolean;
  /** `[NHS number removed]`. */
  readonly mask: string;
  /** What it is, in plain words, to go after "I found": `an NHS number`. Never the thing itself. */
  readonly words: string;
}

/** A finding before it is put into words. */
export interface Sighting {
  readonly type: PersonalDataType;
  readonly start: number;
  readonly end: number;
  readonly certain: boolean;
}

const namesOfTypes: Readonly<Record<PersonalDataType, { readonly words: string; readonly mask: string }>> = {
  nhs_number: { words: 'an NHS number', mask: '[NHS number removed]' },
  upn: { words: 'a unique pupil number', mask: '[pupil number removed]' },
  ni_number: { words: 'a National Insurance number', mask: '[National Insurance number removed]' },
  date_of_birth: { words: 'a date of birth', mask: '[date of birth removed]' },
  address: { words: 'an address or a full postcode', mask: '[address removed]' },
  phone: { words: 'a phone number', mask: '[phone number removed]' },
  email: { words: 'an e-mail address', mask: '[e-mail address removed]' },
  person_name: { words: 'the name of a child or family', mask: '[name removed]' },
  small_group: {
    words: 'words that could tell people which child is meant',
    mask: '[details of a child removed]',
  },
};

export function findingFrom(sighting: Sighting): PersonalDataFinding {
  return { ...sighting, ...namesOfTypes[sighting.type] };
}
