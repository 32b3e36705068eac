/** No content type has a public route (the feed and the intake are the only ways in), so this is for plugins. */
export default { rest: { prefix: '/api', defaultLimit: 25, maxLimit: 100, withCount: true } };
