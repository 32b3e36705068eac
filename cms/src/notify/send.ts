/** One attempt over HTTP. */
import { patience } from './rules.ts';
import type { Outcome, OutgoingRequest, Target } from './target.ts';

/**
 * Sends a request and judges the answer; what the network does is an outcome too.
 * @throws the signal's reason where it ends the attempt.
 */
export async function send(
  target: Target,
  request: OutgoingRequest,
  signal: AbortSignal,
  now: () => Date,
): Promise<Outcome> {
  try {
    const { status, headers, body } = await fetch(request.url, {
      method: 'POST',
      headers: request.headers,
      body: request.body,
      // A redirect would carry the token, or the signature, to an address that nobody has set.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    await body?.cancel();
    return target.judge({ status, headers }, now());
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'later', problem: reasonOf(error as Error) };
  }
}

function reasonOf(error: Error): string {
  if (error.name === 'TimeoutError') return `${patience / 1_000} 秒没有应答`;
  const cause = error.cause as { code?: string; message?: string } | undefined;
  return `连不上（${cause?.code ?? cause?.message ?? error.message}）`;
}
