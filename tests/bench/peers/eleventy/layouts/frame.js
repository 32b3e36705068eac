/** The frame of every page: head, masthead, breadcrumb, footer. What does not change is made once. */
import site from '../site.json' with { type: 'json' };

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;' };

export const text = (value) => String(value ?? '').replace(/[&<>"]/g, (mark) => escapes[mark]);

export const each = (values, make) => (values ?? []).map(make).join('');

const petals = each(
  [0, 72, 144, 216, 288],
  (turn) =>
    `<ellipse class="blossom-petal" fill="none" stroke="#e8953f" stroke-width="2.5" cx="0" cy="-25" rx="17" ry="21" transform="rotate(${turn})"></ellipse>`,
);
const veins = each(
  [0, 72, 144, 216, 288],
  (turn) =>
    `<path class="blossom-vein" stroke="#e8953f" stroke-width="2" d="M0 -8V-22" transform="rotate(${turn})"></path>`,
);
const link = ({ label, url }) => `<a href="${text(url)}">${text(label)}</a>`;

const masthead = `<a class="skip" href="#main">跳到正文</a><header class="masthead"><div class="page masthead-bar"><a class="masthead-name" href="/"><svg class="blossom" viewBox="-50 -50 100 100" width="48" height="48" aria-hidden="true" focusable="false">${petals}${veins}<circle class="blossom-heart" fill="#0a6249" r="8"></circle></svg><span><b>${text(site.name)}</b><small>${text(site.organisation)}</small></span></a><div class="masthead-tools"><button type="button" data-needs-js data-elder-switch aria-pressed="false">${text(site.elderModeLabel)}</button><a class="masthead-menu" href="#site-map">栏目</a></div></div><nav class="masthead-nav" aria-label="主导航"><ul class="page">${each(site.navigation, (entry) => `<li>${link(entry)}</li>`)}</ul></nav></header>`;

const footer = `<footer class="footer"><div class="page"><nav class="site-map" id="site-map" aria-label="全部栏目"><ul><li><a href="/">首页</a></li>${each(site.navigation, (entry) => `<li>${link(entry)}${entry.children.length > 0 ? `<ul>${each(entry.children, (child) => `<li>${link(child)}</li>`)}</ul>` : ''}</li>`)}</ul></nav><section class="friend-links" aria-labelledby="friend-links"><h2 id="friend-links">友情链接</h2><ul>${each(site.friendLinks, ({ label, url }) => `<li><a href="${text(url)}" rel="noopener">${text(label)}</a></li>`)}</ul></section><div class="footer-legal"><div><div class="footer-words">${site.footerHtml}</div><p><span>${text(site.organisation)}</span> <span>电话：<a href="tel:01055500100">${text(site.phone)}</a></span> <span>急救：<a href="tel:01055500120">${text(site.emergencyPhone)}</a></span></p><p><a href="https://beian.miit.gov.cn/" rel="noopener">${text(site.icp)}</a> <a href="/rss.xml">RSS 订阅</a></p></div></div></div></footer></body></html>`;

const crumb = ({ label, path }) =>
  path === undefined
    ? `<li><span aria-current="page">${text(label)}</span></li>`
    : `<li><a href="${text(path)}">${text(label)}</a><span class="breadcrumb-separator" aria-hidden="true"> &gt;&gt; </span></li>`;

/** A whole page around its main part. */
export function frame({ title, url, description, meta, crumbs, article, reading }, main) {
  const about = description
    ? `<meta name="description" content="${text(description)}"><meta property="og:description" content="${text(description)}">`
    : '';
  const way = crumbs?.length
    ? `<nav class="breadcrumb" aria-label="您所在的位置"><span class="breadcrumb-prefix" aria-hidden="true">您的位置：</span><ol>${each(crumbs, crumb)}</ol></nav>`
    : '';
  return `<!DOCTYPE html><html lang="zh-CN" data-size="18"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(title)}</title>${about}<link rel="canonical" href="${site.url}${text(url)}"><meta name="SiteName" content="${text(site.name)}">${each(meta, ({ name, content }) => `<meta name="${text(name)}" content="${text(content)}">`)}<meta property="og:title" content="${text(title)}"><meta property="og:type" content="${article ? 'article' : 'website'}"><meta property="og:url" content="${site.url}${text(url)}"><meta name="theme-color" content="#fbf8f1" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#121816" media="(prefers-color-scheme: dark)"><meta name="format-detection" content="telephone=no"><script src="/_astro/preferences.js"></script><link rel="stylesheet" href="/_astro/style.css"></head><body>${masthead}<div class="page">${way}<main id="main" tabindex="-1"${reading ? ' class="reading"' : ''}>${main}</main></div>${footer}`;
}

const bracketed = (label) =>
  `<span aria-hidden="true">【</span><span class="entry-label">${text(label)}</span><span aria-hidden="true">】</span>`;

/** A list's entries. */
export const entries = (list) =>
  `<ul class="entries">${each(list, ({ path, title, label, date, summary }) => `<li class="entry"><div class="entry-words"><a class="entry-link" href="${text(path)}">${label ? bracketed(label) : ''}${text(title)}</a>${date ? ` <time class="entry-date" datetime="${date}">${date}</time>` : ''}${summary ? `<p class="entry-summary">${text(summary)}</p>` : ''}</div></li>`)}</ul>`;

/** A page of the tool's collections as an entry. */
export const entryOf = (detail) => (page) => ({
  path: page.url,
  title: page.data.title,
  label: page.data.label,
  date: page.data.day.slice(0, 10),
  summary: detail ? page.data.description : undefined,
});
