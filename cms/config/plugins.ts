import { uploadTypes } from '../src/media/allowed.ts';

const megabyte = 1024 * 1024;

export default () => ({
  upload: {
    config: {
      // Videos are the largest that the office uploads; Strapi's own limit is 1 GB.
      sizeLimit: 512 * megabyte,
      security: { allowedTypes: uploadTypes },
      // The publisher makes its own sizes from the original; the admin needs only its thumbnail.
      breakpoints: {},
    },
  },
});
