import type { ClaimedDelivery } from '../../../use-cases/ports/delivery-records.ts';
import { troubleOf } from '../api/trouble.ts';
import { messageIdFromText, messageIdToText, type SlackMessageId } from './message-id.ts';

/**
 * How much of a delivery is known to stand in Slack: what earlier tries left behind, and what this try adds. It is kept with the delivery
 * between two tries, so that whichever instance takes it up, now or after a restart, posts what is missing and nothing else.
 */
export class Progress {
  /** The pages that stand, in their order; null = none. */
  standing: SlackMessageId | null;
  /** Nobody knows what became of a page that was posted: it is looked for before it is posted again. */
  inDoubt: boolean;

  constructor(standing: SlackMessageId | null, inDoubt: boolean) {
    this.standing = standing;
    this.inDoubt = inDoubt;
  }

  /** Posts one page. What it throws leaves the doubt that belongs to it. */
  async posting<T>(post: () => Promise<T>): Promise<T> {
    try {
      return await post();
    } catch (error) {
      if (troubleOf(error).kind === 'unknown') this.inDoubt = true;
      throw error;
    }
  }

  /** As it is kept with the delivery after this try. */
  toText(attempt: number): string {
    const { standing, inDoubt } = this;
    return `${attempt}${inDoubt ? '?' : ''} ${standing === null ? '' : messageIdToText(standing)}`;
  }
}

/** What is known as a try begins. A try that ended without a word (the machine stopped, the lease ran out) leaves doubt. */
export function progressOf({ attempts, soFar }: Pick<ClaimedDelivery, 'attempts' | 'soFar'>): Progress {
  if (soFar === null) return new Progress(null, attempts > 1);
  const [, attempt = '', doubt = '?', id = ''] = /^(\d+)(\??) (\S*)$/.exec(soFar) ?? [];
  const isOfLastTry = Number(attempt) === attempts - 1;
  return new Progress(messageIdFromText(id), doubt === '?' || !isOfLastTry);
}
