/** The edit form as panels see it: what stands in it now, saved or not, and the way to write into it. */
import { unstable_useContentManagerContext as useContentManager } from '@strapi/strapi/admin';

export interface OpenForm {
  /** What a text field holds; '' where it is empty. */
  text(field: string): string;
  /** Writes into the form only: the editor sees it as unsaved, and saves or discards it. */
  write(field: string, text: string): void;
  /** Something in it is not saved yet. */
  modified: boolean;
  /** A published version is being looked at: nothing can be written. */
  disabled: boolean;
}

/** The part of Strapi's form that is used; its values are typed by nobody. */
interface StrapiForm {
  values: Record<string, unknown>;
  onChange(field: string, value: unknown): void;
  disabled?: boolean;
  modified?: boolean;
}

/** Call it inside the edit view only. */
export function useOpenForm(): OpenForm {
  const { values, onChange, disabled, modified } = useContentManager().form as unknown as StrapiForm;
  return {
    text: (field) => (typeof values[field] === 'string' ? values[field] : ''),
    write: (field, text) => onChange(field, text),
    modified: modified === true,
    disabled: disabled === true,
  };
}
