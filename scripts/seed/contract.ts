/**
 * Whether the demo content will pass the content contract, checked without a CMS: each document is brought into
 * the form that the CMS presents, with invented documentIds, and held against its schema.
 */
import { type ItemType, schemas } from '@xinglin/shared/content/item.js';
import { addressMedia, type DemoDocument, isReference, mapTexts } from './documents.ts';

type Fields = Record<string, unknown>;

/** One sentence for each field that breaks the contract. */
export function contractProblems(documents: readonly DemoDocument[]): string[] {
  const names = new Map(documents.map(({ key, data }) => [key, String(data['name'] ?? data['title'])]));
  return documents.flatMap((document) => {
    const parsed = schemas[document.type].safeParse(presented(document, names));
    if (parsed.success) return [];
    return parsed.error.issues.map((issue) => `${document.place}: ${issue.path.join('.')}: ${issue.message}`);
  });
}

/** The form as the CMS would present it today. */
export function presented(document: DemoDocument, names: ReadonlyMap<string, string>): Fields {
  const { visible: _, ...data } = document.data;
  const texts = mapTexts(withIds(labelled(data, names)), (text) =>
    addressMedia(text, (key) => `media:${idOf(key)}`),
  ) as Fields;
  const rename = forms[document.type];
  return { type: document.type, id: idOf(document.key), ...(rename === undefined ? texts : rename(texts)) };
}

const forms: Partial<Record<ItemType, (data: Fields) => Fields>> = {
  article: ({ pinnedUntil, ...data }) => {
    const entries = Object.entries(data);
    const related = entries.filter(([name]) => name.startsWith('related'));
    return {
      alsoIn: [],
      tags: [],
      aiAssisted: false,
      ...Object.fromEntries(entries.filter(([name]) => !name.startsWith('related'))),
      attachments: attachments(data['attachments']),
      pinned: pinnedUntil !== undefined,
      related: {
        departments: [],
        doctors: [],
        articles: [],
        consultations: [],
        videos: [],
        diseases: [],
        ...Object.fromEntries(related.map(([name, value]) => [name.slice(7).toLowerCase(), value])),
      },
    };
  },
  department: (data) => ({
    campuses: [],
    diseases: [],
    ...data,
    aliases: split(data['aliases']),
    formerNames: split(data['formerNames']),
  }),
  doctor: ({ employment, ...data }) => ({ ...data, status: employment }),
  disease: (data) => ({ doctors: [], ...data, aliases: split(data['aliases']) }),
  consultation: (data) => ({ doctors: [], ...data }),
  video: (data) => ({ doctors: [], ...data }),
  notice: ({ deadline, suspensions = [], ...data }) => ({
    ...data,
    ...(deadline === undefined ? {} : { deadline: shanghaiMinute(String(deadline)) }),
    expired: false,
    attachments: attachments(data['attachments']),
    suspensions: (suspensions as Fields[]).map((entry) => ({ ...entry, state: '进行中' })),
  }),
  page: (data) => ({ ...data, attachments: attachments(data['attachments']) }),
  site: ({ breadcrumbPrefix: prefix, breadcrumbSeparator: separator, ...data }) => ({
    ...data,
    breadcrumb: { prefix, separator },
    greyscale: false,
    url: 'https://www.example.cn',
  }),
};

/** The CMS writes a source's label at first publication, where the author gave none. */
function labelled(data: Fields, names: ReadonlyMap<string, string>): Fields {
  if (!Array.isArray(data['sources'])) return data;
  const sources = data['sources'].map((source: Fields) => {
    const target = (source['department'] ?? source['campus']) as { key: string } | undefined;
    return { label: target && names.get(target.key), ...source };
  });
  return { ...data, sources };
}

function withIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIds);
  if (value === null || typeof value !== 'object') return value;
  if (isReference(value)) return idOf(value.key);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, withIds(entry)]));
}

function idOf(key: string): string {
  return key.replace(/[^a-z0-9]/g, '');
}

function split(names: unknown): string[] {
  return typeof names === 'string' ? names.split('、') : [];
}

function attachments(list: unknown): Fields[] {
  return ((list ?? []) as Fields[]).map(({ file, name }) => ({ media: file, name }));
}

function shanghaiMinute(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
}
