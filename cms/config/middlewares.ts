const megabytes = (count: number) => `${count}mb`;

/**
 * Everything the admin loads comes from the CMS itself. `style-src` must allow inline styles, because
 * styled-components writes them; scripts never are inline.
 *
 * Strapi fills gaps in these lists from its own, place by place: a list that is shorter than Strapi's would
 * gain the vendor's servers at its end. So `connect-src` and `img-src` repeat a word to be as long as Strapi's.
 */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', "'self'"],
    'media-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", "'self'"],
    'frame-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'self'"],
  },
};

export default [
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy,
      // An intranet CMS often has no certificate: HSTS is the proxy's decision.
      hsts: false,
      referrerPolicy: { policy: 'same-origin' },
    },
  },
  // The admin is served from the same origin; nobody else may read answers.
  { name: 'strapi::cors', config: { origin: [] } },
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: megabytes(16),
      formLimit: megabytes(16),
      textLimit: megabytes(16),
      formidable: { maxFileSize: 512 * 1024 * 1024 },
    },
  },
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
