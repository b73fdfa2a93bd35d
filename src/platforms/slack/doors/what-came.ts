import { field, textAt } from '../api/slack-api.ts';

/** What Slack sent, whatever it is. */
type Payload = Readonly<Record<string, unknown>>;

/** The end of an installation concerns a workspace that may no longer be known. */
export function isGoodbye(body: Payload): boolean {
  const type = textAt(body, 'event', 'type');
  return type === 'app_uninstalled' || type === 'tokens_revoked';
}

/** The workspace in which bcp is installed, wherever the person is from. */
export function teamOf(body: Payload): string {
  const authorizations = field(body, 'authorizations');
  const [first] = Array.isArray(authorizations) ? (authorizations as readonly unknown[]) : [];
  return (
    textAt(first, 'team_id') ||
    textAt(body, 'view', 'app_installed_team_id') ||
    textAt(body, 'context_team_id') ||
    textAt(body, 'team_id') ||
    textAt(body, 'team', 'id') ||
    textAt(body, 'user', 'team_id')
  );
}

/** Slack's id of what it sent; forms that are sent twice have their receipt where they are recorded. */
export function keyOf(body: Payload): string | null {
  const id = textAt(body, 'event_id') || textAt(body, 'trigger_id');
  const action = JSON.stringify(field(body, 'actions') ?? '');
  return id === '' || (field(body, 'view') !== undefined && textAt(body, 'type') === 'view_submission')
    ? null
    : `${id}${action}`;
}
