/** Who acts: a person of the office, a token, or the system under the name of an approval. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

export type Actor =
  | { kind: 'user'; id: number; name: string }
  | { kind: 'token'; name: string }
  /** `approval` names the standing approval under which seeds and imports publish (law 8). */
  | { kind: 'system'; name: string; approval?: string };

const acting = new AsyncLocalStorage<Actor>();

/**
 * Runs acts in the system's name: `asSystem('演示内容', () => strapi.documents(uid).create(…))`. Whatever they
 * present carries a named approval. Wins over the token or person of the request around it.
 */
export function asSystem<Result>(approval: string, run: () => Promise<Result>): Promise<Result> {
  return acting.run({ kind: 'system', name: '系统', approval }, run);
}

/** What Strapi's request context tells of the one who is signed in. */
interface RequestState {
  auth?: { strategy?: { name?: string }; credentials?: { name?: string } };
  user?: {
    id: number;
    firstname?: string | null;
    lastname?: string | null;
    username?: string | null;
    email?: string;
  };
}

/** The actor of the act at hand; the system where no request is behind it. */
export function currentActor(strapi: Core.Strapi): Actor {
  const named = acting.getStore();
  if (named !== undefined) return named;
  const state = strapi.requestContext.get()?.state as RequestState | undefined;
  const { auth, user } = state ?? {};
  if (auth?.strategy?.name === 'content-api-token')
    return { kind: 'token', name: auth.credentials?.name ?? '未命名令牌' };
  if (user !== undefined) return { kind: 'user', id: user.id, name: nameOf(user) };
  return { kind: 'system', name: '系统' };
}

/** Chinese names stand family name first, without a space. */
function nameOf(user: NonNullable<RequestState['user']>): string {
  const full = `${user.lastname ?? ''}${user.firstname ?? ''}`.trim();
  return full || user.username || user.email || `用户 ${user.id}`;
}
