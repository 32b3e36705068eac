/**
 * What may be uploaded. SVG and HTML are left out: both can carry scripts that would run on the admin's own
 * origin. Strapi compares the type found in the bytes, not the file's extension.
 */
export const uploadTypes: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'video/mp4',
  'audio/mpeg',
  'text/vtt',
  'text/plain',
  'text/csv',
  'application/pdf',
  'application/zip',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
];
