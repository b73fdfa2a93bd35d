/** How many people stand how in a month. */
export interface ProgressFacts {
  readonly asked: number;
  readonly answered: number;
  readonly waiting: number;
  readonly later: number;
  readonly absent: number;
  readonly unreachable: number;
  readonly sent: number;
  readonly onTheirWay: number;
}

/** `Answered 12 of 60; waiting 40, later by their own wish 3, absent 3, cannot be reached 2.` */
export function progressWords(
  { asked, answered, waiting, later, absent, unreachable }: ProgressFacts,
  state: 'open' | 'closed' = 'open',
): string {
  if (state === 'closed')
    return `Answered ${answered} of ${asked}${answered === asked ? '' : `; ${asked - answered} did not answer everything`}.`;
  const rest = [
    counted(waiting, 'waiting'),
    counted(later, 'later by their own wish'),
    counted(absent, 'absent'),
    counted(unreachable, 'cannot be reached'),
  ].filter((words) => words !== '');
  const all = `Answered ${answered} of ${asked}`;
  return rest.length === 0 ? `${all}.` : `${all}; ${rest.join(', ')}.`;
}

/** `34 of 60 sent, 24 on their way, 2 cannot be reached`: how far the sending of the prompts has come. */
export function sendingWords({ asked, sent, onTheirWay }: ProgressFacts): string {
  const stopped = asked - sent - onTheirWay;
  return [
    `${sent} of ${asked} sent`,
    ...(onTheirWay === 0 ? [] : [`${onTheirWay} on their way`]),
    ...(stopped === 0 ? [] : [`${stopped} not delivered`]),
  ].join(', ');
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${what} ${count}`;
}
