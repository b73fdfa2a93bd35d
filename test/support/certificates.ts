import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Node cannot sign certificates; openssl can. Every Linux that bcp is tested on has it. */
export const opensslIsHere = ['/usr/bin/openssl', '/usr/local/bin/openssl', '/opt/homebrew/bin/openssl'].some(
  (path) => existsSync(path),
);

/** A certificate for this machine, signed by an authority that nobody trusts by itself, as that of an inspecting proxy. */
export function certificatesIn(folder: string): {
  readonly authority: string;
  readonly server: { readonly key: string; readonly cert: string };
} {
  const path = (name: string) => join(folder, name);
  const openssl = (...words: readonly string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...curve,
    '-days',
    '2',
    '-subj',
    '/CN=An authority of the tests',
    '-keyout',
    path('ca.key'),
    '-out',
    path('ca.pem'),
  );
  openssl('req', ...curve, '-subj', '/CN=localhost', '-keyout', path('own.key'), '-out', path('own.csr'));
  writeFileSync(path('names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  openssl(
    'x509',
    '-req',
    '-days',
    '2',
    '-in',
    path('own.csr'),
    '-CA',
    path('ca.pem'),
    '-CAkey',
    path('ca.key'),
    '-CAcreateserial',
    '-extfile',
    path('names'),
    '-out',
    path('own.pem'),
  );
  return {
    authority: path('ca.pem'),
    server: { key: readFileSync(path('own.key'), 'utf8'), cert: readFileSync(path('own.pem'), 'utf8') },
  };
}
