/** `1 person`, `2 people`, `no deliveries`. */
export function counted(count: number, one: string, several = `${one}s`): string {
  if (count === 0) return `no ${several}`;
  return count === 1 ? `1 ${one}` : `${count} ${several}`;
}

/** `IC4`, `IC4 and IC5`, `IC4, IC5 and SA1`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
