/** A label that would like to be centred at a height, in px from the top. */
export interface Wish {
  readonly centre: number;
  readonly height: number;
}

/** Labels that touch and so stand together: where each would like the first of them to start, and how tall all are. */
interface Group {
  readonly members: readonly number[];
  readonly wishes: readonly number[];
  readonly height: number;
}

/**
 * Where labels beside one another's lines can stand without touching: centres, in the order of the wishes. Those that
 * would overlap form a group around the middle of their wishes. They stay inside top and bottom if they fit there at
 * all; otherwise they run over the bottom, still apart.
 */
export function dodge(wishes: readonly Wish[], top: number, bottom: number): readonly number[] {
  const order = wishes
    .map((wish, index) => ({ ...wish, index }))
    .sort((one, other) => one.centre - other.centre || one.index - other.index);

  const startOf = ({ wishes: starts, height }: Group) => {
    const middle = starts.reduce((sum, start) => sum + start, 0) / starts.length;
    return Math.max(top, Math.min(middle, bottom - height));
  };
  const groups: Group[] = [];
  for (const { index, centre, height } of order) {
    let group: Group = { members: [index], wishes: [centre - height / 2], height };
    for (let above = groups.at(-1); above; above = groups.at(-1)) {
      if (startOf(above) + above.height <= startOf(group)) break;
      groups.pop();
      group = joined(above, group);
    }
    groups.push(group);
  }

  const centres = wishes.map(({ centre }) => centre);
  for (const group of groups) {
    let y = startOf(group);
    for (const member of group.members) {
      const height = wishes[member]?.height ?? 0;
      centres[member] = y + height / 2;
      y += height;
    }
  }
  return centres;
}

function joined(above: Group, below: Group): Group {
  return {
    members: [...above.members, ...below.members],
    wishes: [...above.wishes, ...below.wishes.map((wish) => wish - above.height)],
    height: above.height + below.height,
  };
}
