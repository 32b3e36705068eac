/** `node --import no-sanitiser.ts …`: bodies pass unsanitised, to measure what the sanitiser costs. Never for a site. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (specifier, context, next) =>
    /(?:^|\/)sanitize\.js$/.test(specifier)
      ? { url: 'data:text/javascript,export const sanitize = (html) => html;', shortCircuit: true }
      : next(specifier, context),
});
