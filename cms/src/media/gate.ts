/** The way into the media library, and the way out: what a file is called decides what a browser makes of it. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { mayBeShown, mayBeUploaded, uploadExtensions } from './allowed.ts';

/** The upload plugin's provider, asked for every file before a byte of it is stored. */
interface Provider {
  checkFileSize(file: { name: string; ext: string }, limits: object): unknown;
}

/** The part of Koa's context that is used here. */
interface Context {
  path: string;
  set(name: string, value: string): void;
}

/** Refuses uploads and replacements by their extension, whoever sends them. Belongs into the register phase. */
export function refuseActiveFiles(strapi: Core.Strapi): void {
  const { provider } = strapi.plugin('upload') as unknown as { provider: Provider };
  const checkFileSize = provider.checkFileSize.bind(provider);
  provider.checkFileSize = (file, limits) => {
    if (mayBeUploaded(file.ext)) return checkFileSize(file, limits);
    throw new errors.ApplicationError(
      `《${file.name}》的扩展名“${file.ext}”不能上传。可以上传：${uploadExtensions.join('、')}。`,
    );
  };
}

/**
 * Uploads are served on the admin's own origin, so nothing among them may run there, whenever and however it got
 * in. Belongs into the register phase: Strapi's own middlewares, which set weaker headers, then stand inside.
 */
export function serveUploadsInert(strapi: Core.Strapi): void {
  strapi.server.use(async (koa, next) => {
    await next();
    const context = koa as unknown as Context;
    if (!context.path.startsWith('/uploads/')) return;
    // Browsers open no PDF in a sandbox; its own scripts cannot reach the page around it.
    if (!/\.pdf$/i.test(context.path)) {
      context.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    }
    if (mayBeShown(context.path)) return;
    context.set('Content-Disposition', 'attachment');
    context.set('Content-Type', 'application/octet-stream');
  });
}
