import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a request's time may be from ours, before or after (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
const tolerance = 300;

export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Whether Slack signed these bytes, with one of the secrets (two while they are changed), at about this time. A request from the future is
 * refused as one from the past is: else whoever has one could keep it for later.
 */
export function isFromSlack(request: SignedRequest, secrets: readonly string[], now: Date): boolean {
  const stamp = request.headers['x-slack-request-timestamp'] ?? '';
  const given = request.headers['x-slack-signature'] ?? '';
  if (!/^\d{1,12}$/.test(stamp) || !/^v0=[0-9a-f]{64}$/.test(given)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(stamp)) > tolerance) return false;
  const signature = Buffer.from(given);
  return secrets.some((secret) =>
    timingSafeEqual(signature, Buffer.from(signatureOf(secret, stamp, request.body))),
  );
}

/** What Slack writes into `x-slack-signature`. */
export function signatureOf(secret: string, stamp: string, body: Uint8Array): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')}`;
}
