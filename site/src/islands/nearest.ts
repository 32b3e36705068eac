/** On the page for addresses that are not there: of its links the one nearest to what was asked for, before all others. */
const asked = location.pathname;
const near = [...document.querySelectorAll<HTMLAnchorElement>('main .chips a')]
  .filter(({ origin, pathname }) => origin === location.origin && asked.startsWith(pathname))
  .sort((a, b) => b.pathname.length - a.pathname.length)[0];

if (near !== undefined && near.pathname !== '/') {
  const link = document.createElement('a');
  link.className = 'tap';
  link.href = near.pathname;
  link.textContent = near.textContent.trim();
  const line = document.createElement('p');
  line.append('离这个地址最近的是：', link);
  document.querySelector('main h1 + p')?.after(line);
}
