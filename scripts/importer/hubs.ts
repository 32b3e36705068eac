/** Channels, units, series and tags that a page names: the CMS is asked first, what is missing is made. */
import type { FindableType, IntakeDocument, IntakeReference } from '@xinglin/shared/intake.js';
import type { IntakeClient } from '../intake/client.ts';
import type { ImportedPage } from './page.ts';
import { channelCategory, unitKind } from './units.ts';

/** The standing approval under which imports publish (law 8). */
export const approval = '旧站导入';

/** One name of the page, and what stands for it in the CMS. */
export interface Hub {
  type: FindableType;
  name: string;
  /** 已有: found. 新建: made. 将新建: would be made, if this were not a rehearsal. */
  state: '已有' | '新建' | '将新建';
  /** Under which name it was found, where that is another one. */
  foundAs?: string;
  reference: IntakeReference;
  /** What the office should complete, in Chinese. */
  todo?: string;
}

export interface Source {
  label: string;
  kind: '科室' | '院区' | '外部单位';
  /** Absent for an outside organisation. */
  hub?: Hub;
}

export interface Hubs {
  channels: Hub[];
  sources: Source[];
  series?: Hub;
  tags: Hub[];
}

/** Two hubs of one name cannot be told apart by a page; a hub that the CMS would not take. */
export class HubProblem extends Error {
  override readonly name = 'HubProblem';
}

interface Wanted {
  type: FindableType;
  name: string;
  key: string;
  data: Record<string, unknown>;
  todo?: string;
  parent?: string;
}

/**
 * Finds or makes all that a page refers to. A rehearsal asks only.
 * @throws HubProblem where a name means two things, or a new one is refused.
 */
export async function resolveHubs(
  client: IntakeClient,
  page: ImportedPage,
  rehearsal: boolean,
): Promise<Hubs> {
  const ensure = (wanted: Wanted) => ensureHub(client, wanted, rehearsal);
  const channels: Hub[] = [];
  for (const [index, name] of page.channelPath.entries()) {
    channels.push(await ensure(channelWanted(page.channelPath.slice(0, index + 1), name, channels.at(-1))));
  }
  const sources: Source[] = [];
  for (const label of page.sources) sources.push(await resolveSource(label, ensure));
  const tags: Hub[] = [];
  for (const name of page.tags)
    tags.push(await ensure({ type: 'tag', name, key: keyOf('tag', name), data: { name } }));
  if (page.series === undefined) return { channels, sources, tags };
  const { series: name } = page;
  return {
    channels,
    sources,
    tags,
    series: await ensure({ type: 'series', name, key: keyOf('series', name), data: { name } }),
  };
}

function channelWanted(path: readonly string[], name: string, parent: Hub | undefined): Wanted {
  const category = channelCategory(name);
  return {
    type: 'channel',
    name,
    key: keyOf('channel', ...path),
    data: { name, category, ...(parent === undefined ? {} : { parent: parent.reference }) },
    todo: `类别暂定为「${category}」，请核对，并补充描述和更新周期`,
    // A parent that is still to be made has no children yet.
    parent:
      parent === undefined ? 'none' : 'documentId' in parent.reference ? parent.reference.documentId : '',
  };
}

async function resolveSource(label: string, ensure: (wanted: Wanted) => Promise<Hub>): Promise<Source> {
  const kind = unitKind(label);
  if (kind === '外部单位') return { label, kind };
  const wanted: Wanted =
    kind === '院区'
      ? {
          type: 'campus',
          name: label,
          key: keyOf('campus', label),
          data: { name: label },
          todo: '请补充地址、交通和电话',
        }
      : {
          type: 'department',
          name: label,
          key: keyOf('department', label),
          data: { name: label, category: '职能' },
          todo: '类别暂定为「职能」，请核对，并补充简介、电话和位置',
        };
  return { label, kind, hub: await ensure(wanted) };
}

async function ensureHub(client: IntakeClient, wanted: Wanted, rehearsal: boolean): Promise<Hub> {
  const { type, name, key, data, todo, parent } = wanted;
  const matches =
    parent === '' ? [] : await client.find({ type, name, ...(parent === undefined ? {} : { parent }) });
  const [match, second] = matches;
  if (second !== undefined && second.name === match?.name) {
    throw new HubProblem(`内容库里有 ${matches.length} 个都叫「${name}」，分不清是哪一个`);
  }
  if (match !== undefined) {
    const reference = { documentId: match.documentId };
    return { type, name, state: '已有', reference, ...(match.name === name ? {} : { foundAs: match.name }) };
  }
  const made = { type, name, ...(todo === undefined ? {} : { todo }) };
  if (rehearsal) return { ...made, state: '将新建', reference: { key } };
  const document: IntakeDocument = { key, type, data, publish: false };
  const [result] = await client.documents({ approval, documents: [document] });
  if (result?.documentId === undefined || result.outcome === 'refused') {
    throw new HubProblem(result?.problem ?? `「${name}」没有建成`);
  }
  if (result.outcome === 'kept') {
    throw new HubProblem(
      `「${name}」以前导入过，后来在后台${result.problem?.includes('删除') ? '删除' : '改名'}了`,
    );
  }
  return { ...made, state: '新建', reference: { documentId: result.documentId } };
}

/** Keys hold no white space; names of the old site may. */
function keyOf(type: string, ...names: string[]): string {
  return [type, 'import', ...names.map((name) => name.replace(/[\s/]+/g, '-'))].join('/');
}
