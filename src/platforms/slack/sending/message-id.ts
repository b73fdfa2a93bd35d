import { createHash } from 'node:crypto';

/** Where a message stands in Slack: its conversation, and the `ts` of each of its pages. Stored as one text. */
export interface SlackMessageId {
  readonly channel: string;
  readonly stamps: readonly string[];
}

export function messageIdToText({ channel, stamps }: SlackMessageId): string {
  return `${channel}:${stamps.join(',')}`;
}

/** Null when the text is not of this form. */
export function messageIdFromText(text: string): SlackMessageId | null {
  const match = /^([A-Z0-9]+):(\d+\.\d+(?:,\d+\.\d+)*)$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  return { channel: match[1], stamps: match[2].split(',') };
}

/** bcp's own name space for ids made of keys. */
const nameSpace = Buffer.from('6f1f4b8de5a44c0c9d3f2f9a7f1b5c11', 'hex');

/**
 * The id under which Slack knows a message a second time (`client_msg_id`): the same for each try of the same page, a UUID of version 5
 * (RFC 9562, 5.5).
 */
export function clientMessageId(key: string): string {
  const bytes = createHash('sha1').update(nameSpace).update(key).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
