/** What an editor sees of a type: labels, hints, columns, the order of the form. Pure. */
import { type Attribute, type OwnModel, xinglinOf } from '../model/models.ts';

/** How the content manager shows one attribute in the form. */
interface EditNote {
  label?: string;
  description?: string;
  placeholder?: string;
  visible?: boolean;
  editable?: boolean;
  mainField?: string;
}

/** How it shows it in a list. */
interface ListNote {
  label?: string;
  searchable?: boolean;
  sortable?: boolean;
  mainField?: string;
}

/** The content manager's own form of a configuration, as far as we set it; the rest is kept as found. */
export interface Configuration {
  settings: Record<string, unknown>;
  metadatas: Record<string, { edit: EditNote; list: ListNote }>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

/** Attributes that every type has and that no schema.json names. */
const systemLabels: Readonly<Record<string, string>> = {
  id: '行号',
  documentId: '文档编号',
  createdAt: '创建时间',
  updatedAt: '修改时间',
  publishedAt: '发布操作时间',
  createdBy: '创建人',
  updatedBy: '修改人',
};

/** Only an import fills these. */
const readOnly = new Set(['legacyViews']);

const gridColumns = 12;

/**
 * The configuration that schema.json's notes ask for, on top of the one found.
 * `mainOf` names the field that stands for a document of the type in a relation.
 */
export function configurationOf(
  model: OwnModel,
  found: Configuration,
  mainOf: (uid: string) => string | undefined,
): Configuration {
  const note = model.pluginOptions?.xinglin ?? {};
  const main = note.main;
  return {
    ...found,
    settings: {
      ...found.settings,
      ...(main === undefined ? {} : { mainField: main }),
      ...(model.modelType === 'contentType' ? { pageSize: 20, ...sortOf(model) } : {}),
    },
    metadatas: Object.fromEntries(
      Object.entries(found.metadatas).map(([name, notes]) => [
        name,
        describe(name, model.attributes[name], notes, mainOf),
      ]),
    ),
    layouts: {
      list: note.list === undefined ? found.layouts.list : [...note.list],
      edit: note.edit === undefined ? found.layouts.edit : note.edit.map(rowOf),
    },
  };
}

function describe(
  name: string,
  attribute: Attribute | undefined,
  found: Configuration['metadatas'][string],
  mainOf: (uid: string) => string | undefined,
): Configuration['metadatas'][string] {
  const { label = systemLabels[name], hint = '' } = attribute === undefined ? {} : xinglinOf(attribute);
  if (label === undefined) return found;
  const target = attribute?.target === undefined ? undefined : mainOf(attribute.target);
  const mainField = target === undefined ? {} : { mainField: target };
  const isOurs = attribute !== undefined && xinglinOf(attribute).label !== undefined;
  const edit = isOurs
    ? {
        label,
        description: hint,
        placeholder: '',
        visible: true,
        editable: !readOnly.has(name),
        ...mainField,
      }
    : { label };
  return { edit: { ...found.edit, ...edit }, list: { ...found.list, label, ...mainField } };
}

/** Fields of one row share its width evenly. */
function rowOf(names: readonly string[]): { name: string; size: number }[] {
  return names.map((name) => ({ name, size: gridColumns / names.length }));
}

/** Newest first where the type has a day of its own; else the office's order; else by name. */
function sortOf(model: OwnModel): { defaultSortBy: string; defaultSortOrder: 'ASC' | 'DESC' } {
  const day = ['publishedOn', 'answeredOn'].find((name) => name in model.attributes);
  if (day !== undefined) return { defaultSortBy: day, defaultSortOrder: 'DESC' };
  const by = 'order' in model.attributes ? 'order' : (model.pluginOptions?.xinglin?.main ?? 'id');
  return { defaultSortBy: by, defaultSortOrder: 'ASC' };
}
