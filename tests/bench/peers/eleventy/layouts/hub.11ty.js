import { each, entries, frame, text } from './frame.js';

export function render(data) {
  return frame(
    { ...data, title: data.head, url: data.page.url },
    `<h1 class="page-title">${text(data.title)}</h1><dl class="facts">${each(data.facts, ({ label, value }) => `<dt>${text(label)}</dt><dd>${text(value)}</dd>`)}</dl><div class="prose">${data.content}</div>${each(data.groups, (group) => `<section class="section"><h2>${text(group.heading)}</h2>${entries(group.entries)}</section>`)}`,
  );
}
