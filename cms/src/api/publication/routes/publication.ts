/** The publisher's way in. Each action is a permission of its own; a token reaches those it was given. */
export default {
  routes: [
    { method: 'GET', path: '/xinglin/feed', handler: 'feed.read', config: { policies: [] } },
    { method: 'GET', path: '/xinglin/feed/wait', handler: 'feed.wait', config: { policies: [] } },
    { method: 'GET', path: '/xinglin/media/:sha256', handler: 'media.read', config: { policies: [] } },
    { method: 'POST', path: '/xinglin/receipts', handler: 'receipts.store', config: { policies: [] } },
  ],
};
