/** Asks a publisher at work to act (`control-door.ts`). */
import { readFileSync } from 'node:fs';
import { CommandFault } from '../../cli.ts';

/**
 * The answer of a running publisher, or undefined where none is at work on this data folder.
 * @throws CommandFault with the publisher's own sentence where it refuses.
 */
export async function askPublisher(
  file: string,
  act: string,
  request: Record<string, unknown> = {},
): Promise<unknown> {
  const door = readDoor(file);
  if (door === undefined) return undefined;
  const response = await reach(`http://127.0.0.1:${door.port}/${act}`, door.token, request);
  if (response === undefined) return undefined;
  const answer = (await response.json()) as { message?: string; remedy?: string };
  if (response.ok) return answer;
  throw new CommandFault(answer.message ?? `发布程序应答 ${response.status}。`, answer.remedy ?? '');
}

async function reach(
  url: string,
  token: string,
  request: Record<string, unknown>,
): Promise<Response | undefined> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  } catch (error) {
    // A door that a killed publisher left behind leads nowhere.
    if ((error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED') return undefined;
    throw new CommandFault(
      `和运行中的发布程序说不上话：${(error as Error).message}`,
      '请看它的日志，稍后再试。',
    );
  }
}

function readDoor(file: string): { port: number; token: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { port: number; token: string };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
