import { z } from 'zod';
import { documentId, href, line, markdown, prose } from './common.ts';

const link = z.strictObject({ label: line(40), url: href });

/** 站点设置: what is true of the whole site. One document, whose address is content as well (law 1). */
export const site = z.strictObject({
  type: z.literal('site'),
  id: documentId,
  /** Origin without a trailing slash: `https://www.example.cn`. */
  url: z.url({ protocol: /^https?$/ }).refine((url) => !url.endsWith('/'), 'must not end with a slash'),
  /** 站点名称, 单位 */
  name: line(40),
  organisation: line(60),
  description: prose(300).optional(),
  logo: documentId.optional(),
  phone: line(40).optional(),
  emergencyPhone: line(40).optional(),
  /** 挂号: where the first of the five quick links leads. */
  registrationUrl: href.optional(),
  /** ICP备案号, 公安备案号 with its local picture */
  icp: line(60).optional(),
  publicSecurity: z
    .strictObject({ label: line(60), url: href.optional(), picture: documentId.optional() })
    .optional(),
  /** 事业单位网站标识: a local picture and a link, never a script. */
  institutionMark: z.strictObject({ image: documentId, url: href }).optional(),
  /** 政府网站标识码 */
  governmentCode: line(20).optional(),
  navigation: z.array(z.strictObject({ label: line(20), url: href, children: z.array(link) })),
  friendLinks: z.array(link),
  footer: markdown(5_000).optional(),
  breadcrumb: z.strictObject({ prefix: line(20), separator: line(4) }),
  elderModeLabel: line(10),
  /** 正文字号 in px where the reader has not chosen one. */
  defaultFontSize: z.int().min(14).max(28),
  /** 全站置灰: whether its period holds now. */
  greyscale: z.boolean(),
});
export type Site = z.infer<typeof site>;
