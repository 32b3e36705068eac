/** The office at work: what an editor's browser asks of the admin's own API, signed in as a person. */
import { administrator } from './newsroom.ts';

export interface Office {
  /** `documents('api::article.article')` as the content manager sees them. */
  create(
    uid: string,
    data: Record<string, unknown>,
  ): Promise<{ documentId: string } & Record<string, unknown>>;
  update(uid: string, documentId: string, data: Record<string, unknown>): Promise<void>;
  publish(uid: string, documentId: string, data?: Record<string, unknown>): Promise<void>;
  unpublish(uid: string, documentId: string): Promise<void>;
  remove(uid: string, documentId: string): Promise<void>;
  find(
    uid: string,
    query?: Record<string, string>,
  ): Promise<({ documentId: string } & Record<string, unknown>)[]>;
  /** Any request with the person's session; resolves to status and JSON, or text where it is none. */
  request(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }>;
}

/** Signs in with e-mail and password. */
export async function signIn(
  cmsUrl: string,
  person: { email: string; password: string } = administrator,
): Promise<Office> {
  const answer = await fetch(`${cmsUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  });
  if (!answer.ok) throw new Error(`sign-in failed: ${answer.status} ${await answer.text()}`);
  const { data } = (await answer.json()) as { data: { token?: string; accessToken?: string } };
  const token = data.accessToken ?? data.token;

  const request: Office['request'] = async (method, path, body) => {
    const response = await fetch(`${cmsUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, json: isJson ? JSON.parse(text) : text };
  };
  const must = async (method: string, path: string, body?: unknown) => {
    const { status, json } = await request(method, path, body);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json as { data: never; results?: never };
  };
  const documents = (uid: string) => `/content-manager/collection-types/${uid}`;
  return {
    request,
    create: async (uid, data) => (await must('POST', documents(uid), data)).data,
    update: async (uid, id, data) => void (await must('PUT', `${documents(uid)}/${id}`, data)),
    publish: async (uid, id, data = {}) =>
      void (await must('POST', `${documents(uid)}/${id}/actions/publish`, data)),
    unpublish: async (uid, id) => void (await must('POST', `${documents(uid)}/${id}/actions/unpublish`, {})),
    remove: async (uid, id) => void (await must('DELETE', `${documents(uid)}/${id}`)),
    find: async (uid, query = {}) =>
      (await must('GET', `${documents(uid)}?${new URLSearchParams({ pageSize: '100', ...query })}`))
        .results ?? [],
  };
}
