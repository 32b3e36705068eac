/** Whether a request comes from a person who reads: what programs tell of themselves. Pure. */

/** Names by which crawlers, previews and monitors call themselves behind a browser's name. Cubot makes telephones. */
const programs =
  /(?<!cu)bot|crawl|spider|slurp|preview|monitor|uptime|headless|lighthouse|phantom|selenium|playwright|puppeteer/i;

export interface Signs {
  userAgent: string | undefined;
  /** `Sec-Fetch-Site`, which pages cannot forge: absent in old browsers. */
  fetchSite: string | undefined;
  /** `Sec-Purpose` or `Purpose`: a page that a browser loads in case somebody might want it. */
  purpose: string | undefined;
}

/** A reader's browser names itself as one, on a page of this very site, and not in advance. */
export function isReader({ userAgent, fetchSite, purpose }: Signs): boolean {
  if (userAgent === undefined || !/^(?:Mozilla|Opera)\//.test(userAgent) || programs.test(userAgent))
    return false;
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return false;
  return purpose === undefined || !/prefetch|prerender|preview/i.test(purpose);
}
