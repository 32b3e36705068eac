import { createHash } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cms, startCms } from '../rigs/cms.ts';
import { type Newsdesk, openNewsdesk } from '../rigs/newsdesk.ts';
import { picture, type UploadedFile, upload, uploadOf } from '../rigs/pictures.ts';

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('the media library', () => {
  let cms: Cms;
  let desk: Newsdesk;
  beforeAll(async () => {
    cms = await startCms();
    desk = await openNewsdesk(cms);
  });
  afterAll(() => cms[Symbol.asyncDispose]());

  const library = () => cms.strapi['plugin']('upload').service('upload');
  const pathOf = (file: UploadedFile) => join(cms.strapi['dirs'].static.public, file.url);
  const formOf = async (id: string) => {
    const row = await cms.strapi['db'].connection('xinglin_presented').where({ document_id: id }).first();
    return row && { state: row.state, ...JSON.parse(row.form) };
  };

  it('presents a picture by the hash and size of its bytes, and serves exactly these bytes', async () => {
    const bytes = await picture(1, 64, 48);
    const file = await upload(cms.strapi, '揭牌 现场.png', bytes, {
      alternativeText: '揭牌',
      caption: '现场',
    });
    expect(await formOf(file.documentId)).toMatchObject({
      state: 'live',
      name: '揭牌 现场.png',
      ext: '.png',
      mime: 'image/png',
      sha256: hashOf(bytes),
      size: bytes.length,
      width: 64,
      height: 48,
      alt: '揭牌',
      caption: '现场',
    });
    const answer = await cms.get(`/api/xinglin/media/${hashOf(bytes)}`);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('presents replaced bytes under their new hash, and the old ones are nowhere', async () => {
    const [before, after] = [await picture(2), await picture(3)];
    const file = await upload(cms.strapi, '替换.png', before);
    await library().replace(file.id, {
      data: { fileInfo: { name: '替换.png' } },
      file: await uploadOf('替换.png', after),
    });
    expect((await formOf(file.documentId)).sha256).toBe(hashOf(after));
    expect((await cms.get(`/api/xinglin/media/${hashOf(before)}`)).status).toBe(404);
    expect((await cms.get(`/api/xinglin/media/${hashOf(after)}`)).status).toBe(200);
  });

  it('says in Chinese why a picture cannot be shown', async () => {
    const whole = await picture(4, 300, 300);
    const cut = await upload(cms.strapi, '半张.png', whole);
    writeFileSync(pathOf(cut), whole.subarray(0, whole.length - 60));
    const huge = await upload(cms.strapi, '巨图.png', await picture(5, 8_000, 6_300));
    const { reconcileLibrary } = cms.load('src/publication/media/reconcile.js');
    await reconcileLibrary(cms.load('src/publication/publication.js').publicationOf(cms.strapi));
    expect((await formOf(cut.documentId)).broken).toBe('图片已损坏，无法打开，请重新上传');
    expect((await formOf(huge.documentId)).broken).toContain('图片过大（8000×6300 像素');
  });

  it('reconciles at boot what was lost between disk and database', async () => {
    const lost = await upload(cms.strapi, '丢失.png', await picture(6));
    const unknown = await upload(cms.strapi, '没有记录.png', await picture(7));
    rmSync(pathOf(lost));
    const { connection } = cms.strapi['db'];
    await connection('xinglin_presented').where({ document_id: unknown.documentId }).delete();
    const { reconcileLibrary } = cms.load('src/publication/media/reconcile.js');
    await reconcileLibrary(cms.load('src/publication/publication.js').publicationOf(cms.strapi));
    expect((await formOf(lost.documentId)).broken).toBe('文件已丢失，请重新上传');
    expect(await formOf(unknown.documentId)).toMatchObject({ state: 'live', name: '没有记录.png' });
  });

  it('tells of bytes that are gone or changed as soon as somebody asks for them', async () => {
    const bytes = [await picture(21), await picture(22), await picture(23)] as const;
    const gone = await upload(cms.strapi, '不见了.png', bytes[0]);
    const other = await upload(cms.strapi, '换了.png', bytes[1]);
    rmSync(pathOf(gone));
    writeFileSync(pathOf(other), bytes[2]);
    const ask = async (one: Buffer) => (await cms.get(`/api/xinglin/media/${hashOf(one)}`)).status;
    expect([await ask(bytes[0]), await ask(bytes[1])]).toEqual([404, 404]);
    expect((await formOf(gone.documentId)).broken).toBe('文件已丢失，请重新上传');
    expect((await formOf(other.documentId)).sha256).toBe(hashOf(bytes[2]));
    expect(await ask(bytes[2])).toBe(200);
  });

  it('presents the point that the office chose, and that a picture only decorates', async () => {
    const file = await upload(cms.strapi, '焦点.png', await picture(24), { alternativeText: '揭牌' });
    const info = { name: '焦点.png', focalPoint: { x: 25, y: 80 } };
    await library().updateFileInfo(file.id, info);
    expect(await formOf(file.documentId)).toMatchObject({
      ...{ alt: '揭牌', focalPoint: { x: 0.25, y: 0.8 }, decorative: false },
    });
    await library().updateFileInfo(file.id, { ...info, alternativeText: '装饰' });
    const form = await formOf(file.documentId);
    expect([form.alt, form.decorative]).toEqual([undefined, true]);
  });

  it('names files in bodies by identity, whatever address the editor saw', async () => {
    const { url, documentId } = await upload(cms.strapi, '正文.png', await picture(8));
    const copy = url.replace('/uploads/', '/uploads/thumbnail_');
    const body = `![一](${url} "说明")\n\n![二](http://127.0.0.1:1337${copy})\n\n[三](/uploads/nobody.pdf)`;
    const id = await desk.published({ title: '带图', body });
    expect((await formOf(id)).body).toBe(
      `![一](media:${documentId} "说明")\n\n![二](media:${documentId})\n\n[三](/uploads/nobody.pdf)`,
    );
  });

  it('takes a deleted file down even where it is in use, and its uses go on without it', async () => {
    const bytes = await picture(9);
    const file = await upload(cms.strapi, '要删.png', bytes);
    const id = await desk.published({ title: '封面要删', cover: file.id });
    expect((await formOf(id)).cover).toBe(file.documentId);
    await library().remove(await library().findOne(file.id));
    expect(existsSync(pathOf(file))).toBe(false);
    expect((await formOf(file.documentId)).state).toBe('tombstone');
    expect((await cms.get(`/api/xinglin/media/${hashOf(bytes)}`)).status).toBe(404);
    const articles = cms.documents('api::article.article');
    await articles.update({ documentId: id, data: { summary: '再发' }, status: 'published' });
    expect((await formOf(id)).cover).toBeUndefined();
    expect((await cms.feed(0)).quarantined).toEqual([]);
  });

  it('rolls an upload’s row back together with its change', async () => {
    const before = (await cms.feed(0)).header.revision;
    const called = cms.strapi['db'].transaction(async () => {
      await upload(cms.strapi, '没有发生.png', await picture(10));
      throw new Error('called off');
    });
    await expect(called).rejects.toThrow('called off');
    expect((await cms.feed(0)).header.revision).toBe(before);
    const rows = await cms.strapi['db'].connection('xinglin_presented').where({ title: '没有发生.png' });
    expect(rows).toEqual([]);
  });

  /** A picture by its bytes, a page or a script by its name: Strapi's own check believes the bytes. */
  const chameleon = Buffer.concat([
    Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64'),
    Buffer.from('<!doctype html><script src="/uploads/x.js"></script>'),
  ]);
  const give = async (name: string, bytes: Buffer, type = 'application/octet-stream') => {
    const form = new FormData();
    form.append('key', `media/${name}`);
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    const answer = await fetch(`${cms.url}/api/xinglin/intake/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${cms.intakeToken}` },
      body: form,
    });
    return answer.json() as Promise<{ outcome: string; problem?: string }>;
  };

  it.each(['a.html', 'a.HTM', 'a.xhtml', 'a.svg', 'a.js', 'a.mjs', 'a.gif.html', 'a.exe'])(
    'refuses %s in Chinese, though its bytes are a picture',
    async (name) => {
      const answer = await give(name, chameleon);
      expect(answer).toMatchObject({ outcome: 'refused' });
      expect(answer.problem).toContain('不能上传');
    },
  );

  it('says in Chinese what Strapi refuses by itself', async () => {
    const { problem } = await give('页.html', Buffer.from('<!doctype html>'), 'text/html');
    expect(problem).toMatch(/页\.html.*不能上传这种文件（text\/html）/);
  });

  it('refuses to replace a picture by a page', async () => {
    const file = await upload(cms.strapi, '原来.png', await picture(11));
    const replacement = library().replace(file.id, {
      data: { fileInfo: {} },
      file: await uploadOf('后来.html', chameleon, 'image/gif'),
    });
    await expect(replacement).rejects.toThrow('不能上传');
  });

  it.each([
    ['招标文件.doc', 'application/msword'],
    ['价格表.xls', 'application/vnd.ms-excel'],
    ['讲稿.ppt', 'application/octet-stream'],
  ])('takes %s, whose bytes say only that it is Microsoft’s', async (name, type) => {
    const container = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]);
    expect(await give(name, container, type)).toMatchObject({ outcome: 'created' });
  });

  it('serves uploads so that nothing runs on the admin’s origin, however it got there', async () => {
    writeFileSync(join(cms.strapi['dirs'].static.public, 'uploads', 'old.html'), chameleon);
    const page = await fetch(`${cms.url}/uploads/old.html`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('application/octet-stream');
    expect(page.headers.get('content-disposition')).toBe('attachment');
    expect(page.headers.get('content-security-policy')).toContain('sandbox');
    const file = await upload(cms.strapi, '照片.png', await picture(12));
    const shown = await fetch(`${cms.url}${file.url}`);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-disposition')).toBeNull();
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
