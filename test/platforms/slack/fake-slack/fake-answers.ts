/** What the kit sends: a form as text. */
export function bodyText(body: unknown): string {
  return typeof body === 'string' ? body : '';
}

export function ok(more: Record<string, unknown>): Record<string, unknown> {
  return { ok: true, ...more };
}

export function failed(error: string): Record<string, unknown> {
  return { ok: false, error };
}

export function json(body: Record<string, unknown>, headers: Record<string, string>, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
