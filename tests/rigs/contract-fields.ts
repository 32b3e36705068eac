/** What the zod schemas say about each field, read through their JSON Schema. */
import { type ItemType, schemas } from '@xinglin/shared/content/item.js';
import { z } from 'zod';

/** One field of the contract, as far as a form can promise it. */
export interface ContractField {
  name: string;
  required: boolean;
  words: string[] | undefined;
  maxLength: number | undefined;
  min: number | undefined;
  max: number | undefined;
}

interface Node {
  type?: string;
  enum?: string[];
  const?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  oneOf?: Node[];
  anyOf?: Node[];
}

/** zod writes the range of safe integers where a schema names no bound. */
const bound = (value: number | undefined): number | undefined =>
  value === undefined || Math.abs(value) === Number.MAX_SAFE_INTEGER ? undefined : value;

/** The fields of a type, or of the object at a path in it: `['article', 'sources']`. */
export function contractFields([type, ...path]: readonly string[]): ContractField[] {
  let node = z.toJSONSchema(schemas[type as ItemType], { unrepresentable: 'any', io: 'input' }) as Node;
  for (const step of path) {
    const next = node.properties?.[step];
    if (next === undefined) throw new Error(`The contract of ${type} has no ${step}.`);
    node = next.items ?? next;
  }
  return fieldsOf(node.oneOf ?? node.anyOf ?? [node]);
}

/** A union's fields: required where every member requires it; a discriminator's words are all of them. */
function fieldsOf(members: readonly Node[]): ContractField[] {
  const names = [...new Set(members.flatMap((member) => Object.keys(member.properties ?? {})))];
  return names.map((name) => {
    const nodes = members.flatMap((member) => member.properties?.[name] ?? []);
    const words = nodes.flatMap((node) => node.enum ?? (node.const === undefined ? [] : [node.const]));
    const [first] = nodes;
    return {
      name,
      required: members.every((member) => member.required?.includes(name) === true),
      words: words.length > 0 ? words : undefined,
      maxLength: first?.maxLength,
      min: bound(first?.minimum),
      max: bound(first?.maximum),
    };
  });
}
