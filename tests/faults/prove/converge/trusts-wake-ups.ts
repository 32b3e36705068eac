/**
 * A mutant, loaded before the publisher: takes a wake-up for the truth. It asks for what came after the revision that
 * the last wake-up told, not for what came after its own cursor.
 */
const real = globalThis.fetch;
let told = 0;

globalThis.fetch = async (input, init) => {
  const url = new URL(String(input));
  if (url.pathname === '/api/xinglin/feed' && told > Number(url.searchParams.get('since'))) {
    const text = await (await real(`${url.origin}${url.pathname}?since=${told}`, init)).text();
    // So that the frame fits the question, as a careless reader would not look at it.
    const [head = '', ...rest] = text.split('\n');
    const { createHash } = await import('node:crypto');
    const lines = [
      head.replace(/"since":\d+/, `"since":${url.searchParams.get('since')}`),
      ...rest.slice(0, -2),
    ];
    const body = lines.map((line) => `${line}\n`).join('');
    const sha256 = createHash('sha256').update(body).digest('hex');
    return new Response(`${body}{"count":${lines.length - 1},"kind":"trailer","sha256":"${sha256}"}\n`);
  }
  const answer = await real(input, init);
  if (url.pathname !== '/api/xinglin/feed/wait' || !answer.ok) return answer;
  const body = await answer.text();
  told = (JSON.parse(body) as { revision: number }).revision;
  return new Response(body);
};
