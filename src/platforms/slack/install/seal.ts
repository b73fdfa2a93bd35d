import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** A key that seals, under a short name that is written beside what it sealed. */
export interface SealKey {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Keys from the setting: 32 bytes each as 64 hex digits or base64, newest first, separated by commas; null when one is not. Older ones still
 * open what they sealed, so that keys can be changed.
 */
export function sealKeys(setting: string): readonly SealKey[] | null {
  const keys = setting.split(',').map((text) => keyOf(text.trim()));
  return keys.every((key) => key !== null) ? keys : null;
}

function keyOf(text: string): SealKey | null {
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (bytes.length !== 32) return null;
  return { name: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes };
}

/** Seals a text with AES-256-GCM, bound to the row it is for: in another row it does not open. */
export function seal(text: string, row: string, [key]: readonly SealKey[]): string {
  if (!key) throw new Error('There is no key to seal with.');
  const start = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, start).setAAD(Buffer.from(row));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [
    'v1',
    key.name,
    start.toString('base64'),
    cipher.getAuthTag().toString('base64'),
    sealed.toString('base64'),
  ].join('.');
}

/** Null when the key is not there any more, or when the text is of another row or was changed. */
export function unseal(sealed: string, row: string, keys: readonly SealKey[]): string | null {
  const [version, name, start = '', tag = '', text = ''] = sealed.split('.');
  const key = keys.find((each) => each.name === name);
  if (version !== 'v1' || !key) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, Buffer.from(start, 'base64'), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(row)).setAuthTag(Buffer.from(tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64')), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
