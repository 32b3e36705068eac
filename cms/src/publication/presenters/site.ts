import { nextBoundary, phaseOf } from '../calendar.ts';
import { body } from './body.ts';
import { instant, line, number, part, parts, type Row, ref, text } from './fields.ts';
import { identity, type Presenter } from './presenter.ts';

/** 站点设置. Its address comes from the installation, not from the office (XINGLIN_SITE_URL). */
export const site: Presenter = {
  type: 'site',
  uid: 'api::site.site',
  drafted: false,
  texts: ['footer'],
  populate: {
    logo: identity,
    publicSecurity: { populate: { picture: identity } },
    institutionMark: { populate: { image: identity } },
    navigation: { populate: { children: true } },
    friendLinks: true,
  },
  present(row, context) {
    const from = instant(row, 'greyscaleFrom');
    const until = instant(row, 'greyscaleUntil');
    return {
      boundary: nextBoundary(context.now, [from, until]),
      form: {
        type: 'site',
        id: row['documentId'],
        url: context.siteUrl,
        name: line(row, 'name'),
        organisation: line(row, 'organisation'),
        description: text(row, 'description'),
        logo: ref(row, 'logo'),
        phone: line(row, 'phone'),
        emergencyPhone: line(row, 'emergencyPhone'),
        registrationUrl: line(row, 'registrationUrl'),
        icp: line(row, 'icp'),
        publicSecurity: publicSecurity(part(row, 'publicSecurity')),
        institutionMark: institutionMark(part(row, 'institutionMark')),
        governmentCode: line(row, 'governmentCode'),
        navigation: parts(row, 'navigation').map((entry) => ({
          ...link(entry),
          children: parts(entry, 'children').map(link),
        })),
        friendLinks: parts(row, 'friendLinks').map(link),
        footer: body(row, 'footer', context),
        breadcrumb: {
          prefix: line(row, 'breadcrumbPrefix') ?? '您所在的位置：',
          separator: line(row, 'breadcrumbSeparator') ?? '>>',
        },
        elderModeLabel: line(row, 'elderModeLabel') ?? '长者模式',
        defaultFontSize: number(row, 'defaultFontSize') ?? 18,
        greyscale: greyscale(context.now, from, until),
      },
    };
  },
};

/** Grey only within a period that was set: no period at all means never, not always. */
function greyscale(now: Date, from: Date | undefined, until: Date | undefined): boolean {
  return (from !== undefined || until !== undefined) && phaseOf(now, from, until) === '进行中';
}

function link(entry: Row): { label: string | undefined; url: string | undefined } {
  return { label: line(entry, 'label'), url: line(entry, 'url') };
}

function publicSecurity(entry: Row | undefined): Record<string, unknown> | undefined {
  if (entry === undefined || line(entry, 'label') === undefined) return undefined;
  return { ...link(entry), picture: ref(entry, 'picture') };
}

function institutionMark(entry: Row | undefined): Record<string, unknown> | undefined {
  const image = entry && ref(entry, 'image');
  return entry && image !== undefined ? { image, url: line(entry, 'url') } : undefined;
}
