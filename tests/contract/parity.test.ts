/**
 * Two truths with one seam (DESIGN.md section 2): Strapi's schema.json owns editing, the contract in `shared`
 * owns publication. Whatever both say must be the same, and what only one says must have a reason here.
 */
import { draftedTypes, itemTypes } from '@xinglin/shared/content/item.js';
import { describe, expect, it } from 'vitest';
import { contractFields } from '../rigs/contract-fields.ts';
import { type Attribute, componentUids, readComponent, readType } from '../rigs/strapi-schemas.ts';

/** Contract fields that no attribute of the same name carries: how each is made. */
const derived: Record<string, Record<string, string>> = {
  article: { pinned: 'pinnedUntil', related: 'relatedDepartments' },
  doctor: { status: 'employment' }, // `status` is a word of Strapi's own API (draft, published)
  notice: { expired: 'deadline' },
  'notice.suspension': { state: 'from' },
  'shared.attachment': { media: 'file' },
  site: { breadcrumb: 'breadcrumbPrefix', greyscale: 'greyscaleFrom', url: 'name' }, // url: XINGLIN_SITE_URL
  topic: { state: 'from' },
};

/** The same for every type that has the field. */
const derivedAnywhere: Record<string, string> = {
  formerSlugs: 'slug',
  firstPublishedAt: 'title', // recorded by the publication: first-publication.ts
  reviewOverdue: 'reviewDue',
};

/** Attributes that the contract does not carry. */
const editingOnly: Record<string, readonly string[]> = {
  article: [
    'pinnedUntil',
    'relatedDepartments',
    'relatedDoctors',
    'relatedArticles',
    'relatedConsultations',
    'relatedVideos',
    'relatedDiseases',
  ],
  doctor: ['employment'],
  'shared.attachment': ['file'],
  'slot.item': ['from', 'until'],
  site: ['breadcrumbPrefix', 'breadcrumbSeparator', 'greyscaleFrom', 'greyscaleUntil'],
};

/** Required by the contract, yet not by the form: given by the CMS itself. */
const filledIn: Record<string, readonly string[]> = {
  'article.source': ['label'], // stored at first publication
};

/** Text in the form, several values parted by 、 in the contract. */
const joined = ['aliases', 'formerNames'];

/** Which component carries which nested object of the contract. */
const components: Record<string, string> = {
  'article.sources': 'article.source',
  'article.attachments': 'shared.attachment',
  'notice.attachments': 'shared.attachment',
  'page.attachments': 'shared.attachment',
  'doctor.clinics': 'doctor.clinic',
  'article.corrections': 'article.correction',
  'notice.suspensions': 'notice.suspension',
  'notice.clinics': 'notice.holiday-clinic',
  'topic.blocks': 'topic.block',
  'slot.items': 'slot.item',
  'site.navigation': 'site.nav-item',
  'site.friendLinks': 'site.link',
  'site.publicSecurity': 'site.public-security',
  'site.institutionMark': 'site.institution-mark',
  'site.nav-item.children': 'site.link',
};

const editedTypes = itemTypes.filter((type) => type !== 'media'); // media is Strapi's own library
const tables = [
  ...editedTypes.map((type) => [type, readType(type).attributes] as const),
  ...componentUids.map((uid) => [uid, readComponent(uid).attributes] as const),
];

/** The contract's fields of a type, or of the nested object that a component carries. */
function contractOf(name: string) {
  if (!name.includes('.')) return contractFields([name]);
  const place = Object.keys(components).find((key) => components[key] === name);
  if (place === undefined) throw new Error(`No place of the contract is carried by the component ${name}.`);
  const cut = place.lastIndexOf('.');
  const outer = place.slice(0, cut);
  return contractFields([...(outer.includes('.') ? ['site', 'navigation'] : [outer]), place.slice(cut + 1)]);
}

describe.each(tables)('%s in Strapi and in the contract', (name, attributes) => {
  const fields = contractOf(name).filter((field) => !['type', 'id'].includes(field.name));
  const pairs = fields.flatMap((field) => {
    const attribute = attributes[field.name];
    return attribute === undefined ? [] : [{ field, attribute }];
  });

  it('has an attribute for every field, or a named source', () => {
    for (const { name: field } of fields) {
      const source = derived[name]?.[field] ?? derivedAnywhere[field] ?? field;
      expect(attributes[source], `${name}.${field}`).toBeDefined();
    }
  });

  it('has a field for every attribute, or a named reason', () => {
    const known = new Set([...fields.map((field) => field.name), ...(editingOnly[name] ?? []), 'visible']);
    expect(Object.keys(attributes).filter((attribute) => !known.has(attribute))).toEqual([]);
  });

  it('offers the same words', () => {
    for (const { field, attribute } of pairs) {
      expect(attribute.pluginOptions?.xinglin?.choices, `${name}.${field.name}`).toEqual(field.words);
    }
  });

  it('allows the same lengths and numbers', () => {
    for (const { field, attribute } of pairs) {
      if (joined.includes(field.name) || attribute.type === 'relation' || attribute.type === 'media')
        continue;
      const { maxLength, min, max } = attribute;
      const isText = ['string', 'text', 'richtext'].includes(attribute.type) && field.words === undefined;
      if (isText) expect(maxLength, `${name}.${field.name} max length`).toBe(field.maxLength ?? maxLength);
      if (isText) expect(maxLength, `${name}.${field.name} has a max length`).toBeDefined();
      if (['integer', 'float'].includes(attribute.type)) {
        expect([min, max], `${name}.${field.name}`).toEqual([field.min, field.max]);
      }
    }
  });

  it('requires the same fields', () => {
    for (const { field, attribute } of pairs) {
      if (exemptFromRequired(name, field.name, attribute)) continue;
      expect(attribute.required ?? false, `${name}.${field.name}`).toBe(field.required);
    }
  });

  it('says every label in Chinese', () => {
    for (const [attribute, { pluginOptions }] of Object.entries(attributes)) {
      expect(pluginOptions?.xinglin?.label ?? '', `${name}.${attribute}`).toMatch(/\p{Script=Han}/u);
    }
  });

  it('has only one-way relations, to types that exist', () => {
    for (const [attribute, { type, relation, target, inversedBy, mappedBy }] of Object.entries(attributes)) {
      if (type !== 'relation') continue;
      const place = `${name}.${attribute}`;
      expect([inversedBy, mappedBy], place).toEqual([undefined, undefined]);
      expect(['oneToOne', 'oneToMany'], place).toContain(relation);
      expect(
        editedTypes.map((other) => `api::${other}.${other}`),
        place,
      ).toContain(target);
    }
  });
});

/**
 * Slugs are made by the CMS; Strapi cannot require a relation; a repeatable component is an empty list where
 * nothing was added. All are checked when a document is presented.
 */
function exemptFromRequired(name: string, field: string, attribute: Attribute): boolean {
  const emptyList = attribute.repeatable === true && attribute.min === undefined;
  const made = field === 'slug' || joined.includes(field) || filledIn[name]?.includes(field) === true;
  return made || attribute.type === 'relation' || emptyList;
}

describe('draft and publish', () => {
  it('holds for the types of the contract only, and hubs can be hidden instead', () => {
    for (const type of editedTypes) {
      const { options, attributes } = readType(type);
      const drafted = draftedTypes.includes(type);
      expect(options.draftAndPublish, type).toBe(drafted);
      if (!drafted && type !== 'site') {
        expect(attributes['visible'], type).toMatchObject({ type: 'boolean', required: true, default: true });
      }
    }
  });
});

describe('the forms', () => {
  it.each(tables)('%s lays out every attribute exactly once', (name, attributes) => {
    const { edit = [] } = (name.includes('.') ? readComponent(name) : readType(name)).pluginOptions.xinglin;
    expect(edit.flat().sort()).toEqual(Object.keys(attributes).sort());
  });
});
