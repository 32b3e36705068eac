/** Asks the view counter what changed behind a cursor (scripts/counter/ports.ts: `Changes`). */

export interface CounterPlace {
  /** Its origin. */
  url: string;
  token: string;
}

export interface ToldDay {
  id: string;
  /** `2026-11-24`, Asia/Shanghai. */
  day: string;
  count: number;
  seq: number;
}

export interface Told {
  epoch: string;
  head: number;
  days: ToldDay[];
}

/** Milliseconds that it has for an answer. */
const patience = 10_000;

/** XINGLIN_COUNTER_URL and XINGLIN_COUNTER_TOKEN; undefined where no counter is set. */
export function counterPlace(env: NodeJS.ProcessEnv = process.env): CounterPlace | undefined {
  const { XINGLIN_COUNTER_URL: url = '', XINGLIN_COUNTER_TOKEN: token = '' } = env;
  return url === '' || token === '' ? undefined : { url: url.replace(/\/+$/, ''), token };
}

/** @throws Error in Chinese where it does not answer as it should. */
export async function askCounter({ url, token }: CounterPlace, after: number): Promise<Told> {
  let answer: Response;
  try {
    answer = await fetch(`${url}/changes?after=${after}`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    throw new Error(`连不上浏览计数 ${url}（${cause?.code ?? name}）`);
  }
  if (answer.status === 401) throw new Error(`浏览计数 ${url} 不认这个令牌：请检查 XINGLIN_COUNTER_TOKEN`);
  if (!answer.ok) throw new Error(`浏览计数 ${url} 应答 ${answer.status}`);
  const told = (await answer.json()) as Partial<Told>;
  if (typeof told.epoch !== 'string' || !Number.isSafeInteger(told.head) || !Array.isArray(told.days))
    throw new Error(`${url} 应答的不是浏览计数：请检查 XINGLIN_COUNTER_URL`);
  return told as Told;
}
