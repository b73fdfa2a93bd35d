/** What bcp asks of a workspace, and what for. The manifest asks for the same and no other; a test holds them equal. */
export const scopeReasons = {
  'app_mentions:read': 'to answer when it is named in a channel',
  'channels:read': 'to see who reads a public channel before it posts there',
  'chat:write': 'to write prompts, answers and digests',
  commands: 'for /bcp',
  'files:write': 'to send charts and exported files',
  'groups:read': 'to see who reads a private channel before it posts there',
  'im:history': 'to read what people answer in their own chat with it, and to look whether a message arrived',
  'im:write': 'to begin a chat with somebody',
  'users:read': 'to notice guests and people who have left',
  'users:read.email': 'to ask the secretariat whether an account is a person of the partnership',
} as const;

export const botScopes: readonly string[] = Object.keys(scopeReasons);
