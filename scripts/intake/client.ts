/** The CMS's intake over HTTP, as the seeds and the importer use it: every fault is a sentence with its remedy. */
import {
  type IntakeFindQuery,
  type IntakeMatch,
  type IntakeRequest,
  type IntakeResult,
  intakeAnswer,
  intakeFindAnswer,
  intakePaths,
  intakeResult,
} from '@xinglin/shared/intake.js';
import type { z } from 'zod';
import { CommandFault } from '../cli.ts';

export interface IntakeMedia {
  key: string;
  /** File name with extension; readers save a download under it. */
  name: string;
  mime: string;
  bytes: Uint8Array<ArrayBuffer>;
  alt?: string;
  caption?: string;
  credit?: string;
}

export interface IntakeClient {
  documents(request: IntakeRequest): Promise<IntakeResult[]>;
  media(media: IntakeMedia): Promise<IntakeResult>;
  find(query: IntakeFindQuery): Promise<IntakeMatch[]>;
}

/** @param cmsUrl origin of the CMS, without a trailing slash. */
export function intakeClient(cmsUrl: string, token: string): IntakeClient {
  const ask = async <Schema extends z.ZodType>(path: string, schema: Schema, init: RequestInit = {}) => {
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const response = await reach(cmsUrl, path, { ...init, headers });
    return parse(await mustBeOk(response, cmsUrl), schema, cmsUrl);
  };
  return {
    async documents(request) {
      const answer = await ask(intakePaths.documents, intakeAnswer, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      return answer.results;
    },
    media({ key, name, mime, bytes, alt, caption, credit }) {
      const form = new FormData();
      form.set('key', key);
      for (const [field, text] of Object.entries({ alt, caption, credit })) {
        if (text !== undefined) form.set(field, text);
      }
      form.set('file', new Blob([bytes], { type: mime }), name);
      return ask(intakePaths.media, intakeResult, { method: 'POST', body: form });
    },
    async find(query) {
      const answer = await ask(`${intakePaths.find}?${new URLSearchParams(query)}`, intakeFindAnswer);
      return answer.matches;
    },
  };
}

async function reach(cmsUrl: string, path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`${cmsUrl}${path}`, init);
  } catch (error) {
    const { cause } = error as Error;
    throw new CommandFault(
      `连不上内容管理系统 ${cmsUrl}：${cause instanceof Error ? cause.message : (error as Error).message}`,
      '请先用 npm start 启动，或用 XINGLIN_CMS_URL（或 XINGLIN_CMS_PORT）指明它的地址，再运行一次。',
    );
  }
}

async function mustBeOk(response: Response, cmsUrl: string): Promise<string> {
  const text = await response.text();
  if (response.ok) return text;
  if (response.status === 401 || response.status === 403) {
    throw new CommandFault(
      `内容管理系统 ${cmsUrl} 不认这个收录令牌（HTTP ${response.status}）。`,
      '请确认 XINGLIN_DATA_DIR 与启动它时相同（令牌在其中的 secrets.json），或用 XINGLIN_INTAKE_TOKEN 给出正确的令牌。',
    );
  }
  if (response.status === 404) {
    throw new CommandFault(
      `${cmsUrl} 没有收录接口（HTTP 404）。`,
      '请检查地址是否指向本项目的内容管理系统，以及它是否已更新到当前版本。',
    );
  }
  throw new CommandFault(
    `内容管理系统没有接受这次请求（HTTP ${response.status}）：${messageOf(text)}`,
    '请按上面的原因修改后再试；原因不明时看内容管理系统的日志。',
  );
}

/** Strapi's error body, or the beginning of whatever came instead. */
function messageOf(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: string } };
    if (error?.message !== undefined) return error.message;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return text.slice(0, 200);
}

function parse<Schema extends z.ZodType>(text: string, schema: Schema, cmsUrl: string): z.infer<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new CommandFault(
    `${cmsUrl} 的回答不是收录结果：${text.slice(0, 120)}`,
    '请检查地址是否指向本项目的内容管理系统（中间的代理或登录页也会这样）。',
  );
}
