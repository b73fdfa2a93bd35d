/** The one workspace of the bench. */
export const team = 'T1';

/** `grace.bell@birmingham.example` is UGRACEBELL. */
export function slackAccountOf(email: string): string {
  return `U${(email.split('@')[0] ?? '').replace(/[^a-z]/gi, '').toUpperCase()}`;
}
