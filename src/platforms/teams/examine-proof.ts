import { X509Certificate, createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dayInWords } from '../../kit/local-date.ts';
import { londonDate } from '../../kit/london.ts';
import type { Finding } from '../../use-cases/examine-partnership.ts';
import type { TeamsSettings } from './settings.ts';

const day = 86_400_000;
/** A certificate that runs out within this many days is worth a look. */
const soonDays = 30;

/** Whether bcp can prove to Microsoft who it is, and for how long. */
export function proofFinding({ proof }: Extract<TeamsSettings, { readonly mode: 'on' }>, now: Date): Finding {
  const about = 'Teams proof';
  switch (proof.kind) {
    case 'secret':
      return {
        about,
        state: 'ok',
        words: 'A client secret. It runs out on the day that the app registration names: note that day.',
      };
    case 'managed_identity':
      return { about, state: 'ok', words: 'A managed identity: nothing to renew.' };
    case 'federated':
      return {
        about,
        state: 'ok',
        words: `The managed identity ${proof.clientId}, which the app must trust.`,
      };
    case 'certificate':
      return certificateFinding(about, proof.certificateFile, proof.keyFile, now);
  }
}

function certificateFinding(about: string, certificateFile: string, keyFile: string, now: Date): Finding {
  try {
    const certificate = new X509Certificate(readFileSync(certificateFile));
    const left = (Date.parse(certificate.validTo) - now.getTime()) / day;
    const until = dayInWords(londonDate(new Date(certificate.validTo)));
    if (!certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile))))
      return { about, state: 'wrong', words: `${keyFile} is not the private key of ${certificateFile}.` };
    if (left < 0)
      return {
        about,
        state: 'wrong',
        words: `The certificate ran out on ${until}. Make a new one and upload it to the app registration.`,
      };
    const words = `A certificate, good until ${until}.`;
    return left < soonDays
      ? {
          about,
          state: 'look',
          words: `${words} Make its successor now and upload it to the app registration.`,
        }
      : { about, state: 'ok', words };
  } catch {
    return {
      about,
      state: 'wrong',
      words: `${certificateFile} and ${keyFile} cannot be read as a certificate and its key (PEM). Check the names and who may read them.`,
    };
  }
}
