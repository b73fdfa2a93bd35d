import { troubleOf } from '../api/trouble.ts';

/** bcp may not read this conversation, so nobody can tell whether the message stands there. */
export class CannotLook extends Error {
  override readonly name = 'CannotLook';
}

/** A look that failed for good, as the doubt that it leaves; any other failure as it is. */
export function mayNotLook(error: unknown): unknown {
  const trouble = troubleOf(error);
  return trouble.kind === 'refused' || trouble.kind === 'nobody_there'
    ? new CannotLook(
        'Slack did not say whether it took the message, and bcp may not look there. Please look in Slack; then type /bcp deliveries to send it again or leave it.',
      )
    : error;
}
