import type { Form, FormField } from './form.ts';

/** The form as it is asked now: without the parts that no choice in it calls for and in which nothing stands. */
export function neededNow(form: Form): Form {
  const fields = form.groups.flatMap((group) => group.fields);
  return {
    ...form,
    groups: form.groups.map((group) => ({
      ...group,
      fields: group.fields.filter((field) => isNeeded(field, fields)),
    })),
  };
}

/** The choices by which a form changes. */
export function decidingFields(form: Form): ReadonlySet<string> {
  return new Set(
    form.groups.flatMap(({ fields }) =>
      fields.flatMap(({ neededWith }) => (neededWith === undefined ? [] : [neededWith.field])),
    ),
  );
}

function isNeeded({ neededWith }: FormField, fields: readonly FormField[]): boolean {
  if (neededWith === undefined) return true;
  return fields.some(
    (each) =>
      (each.name === neededWith.field && neededWith.values.includes(String(each.value))) ||
      (each.neededWith?.part === neededWith.part && each.value !== '' && each.value !== false),
  );
}
