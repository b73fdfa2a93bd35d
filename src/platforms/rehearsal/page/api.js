/** Why something was not done, in a sentence for the person. */
export class Trouble extends Error {}

export async function get(path, query = {}) {
  return await call(`/rehearsal/${path}?${new URLSearchParams(query)}`);
}

/** Sends something once. The same `eventKey` sent again, after a failure, has no second effect. */
export async function post(path, body) {
  return await call(`/rehearsal/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export const newEventKey = () => crypto.randomUUID();

async function call(url, options) {
  let response;
  try {
    response = await fetch(url, options);
  } catch {
    throw new Trouble('bcp does not answer. Is it still running? Your words are kept.');
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  throw new Trouble(capitalised(body.error ?? 'That did not work. Try again.'));
}

function capitalised(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Hands a file to the person. */
export function saveFile({ fileName, mediaType, base64 }) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
