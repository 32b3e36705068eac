/** What the publisher's token may do, and nothing else may: the scopes of the four routes. */
export const publisherActions = {
  feed: 'api::publication.feed.read',
  wait: 'api::publication.feed.wait',
  media: 'api::publication.media.read',
  receipts: 'api::publication.receipts.store',
} as const;
