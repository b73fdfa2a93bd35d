const names: Readonly<Record<string, string>> = {
  nhs_number: 'NHS number',
  upn: 'pupil number',
  ni_number: 'National Insurance number',
  date_of_birth: 'date of birth',
  address: 'address',
  phone: 'phone number',
  email: 'e-mail address',
  person_name: 'name of a child or family',
  small_group: 'words that tell which child',
};

/** `phone number 2`: how often each kind was taken out. Counts only; whose and what is never kept. */
export function takenOutInWords(counts: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(names).flatMap(([kind, name]) => {
    const count = counts[kind] ?? 0;
    return count === 0 ? [] : [`${name} ${count}`];
  });
}
