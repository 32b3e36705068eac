/** Files offered for download, with what a reader wants to know before pressing. */
import type { Attachment } from '@xinglin/shared/content/common.js';
import { downloadPathOf } from '@xinglin/shared/pictures.js';
import type { Snapshot } from '@xinglin/shared/snapshot.js';

export interface AttachmentView {
  path: string;
  name: string;
  /** `PDF` */
  kind: string;
  /** `1.2 MB` */
  size: string;
}

/** The files that are there and whole, in the office's order. */
export function attachmentsOf(snapshot: Snapshot, attachments: readonly Attachment[]): AttachmentView[] {
  return attachments.flatMap(({ media, name }) => {
    const file = snapshot.get('media', media);
    const path = downloadPathOf(file);
    if (file === undefined || path === undefined) return [];
    return [{ path, name, kind: file.ext.slice(1).toUpperCase(), size: sizeLabel(file.size) }];
  });
}

/** Bytes as people read them: `640 KB`, `1.2 MB`. */
export function sizeLabel(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
