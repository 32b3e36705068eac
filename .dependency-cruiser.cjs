/**
 * The direction of imports (docs/architecture.md). `.astro` files, which this tool cannot read, are held to
 * the same rules by tests/contract/imports.test.ts.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'one-sqlite-in-the-cms',
      comment:
        'Strapi holds its database with better-sqlite3. A second copy of SQLite in its process drops its locks: committed work can be lost.',
      severity: 'error',
      from: { path: '^cms/' },
      to: { path: '^(node:)?sqlite$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared imports zod, the Markdown stack and Node built-ins only.',
      severity: 'error',
      from: { path: '^shared/src', pathNot: '\\.test\\.ts$' },
      to: {
        dependencyTypesNot: ['core'],
        pathNot: ['^shared/src', 'node_modules/(zod|marked|sanitize-html)/', 'node_modules/@types/'],
      },
    },
    {
      name: 'browser-parts-without-built-ins',
      comment: 'The admin and the site’s islands import these.',
      severity: 'error',
      from: { path: '^shared/src/(content|checks|canonical|paths|pictures|edges)', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'packages-apart',
      comment:
        'cms, site and scripts import shared and never each other: scripts reaches cms by HTTP and site by its bundle.',
      severity: 'error',
      from: { path: '^(cms|site|scripts)/' },
      to: { path: '^(cms|site|scripts)/', pathNot: '^$1/' },
    },
    {
      name: 'views-see-shared-only',
      severity: 'error',
      from: { path: '^site/src/views' },
      to: { path: '^site/src/(pages|layouts|components|islands)' },
    },
    {
      name: 'commands-are-entries',
      comment: 'Nothing imports a command: commands → adapters → core.',
      severity: 'error',
      from: {},
      to: { path: '^scripts/commands/' },
    },
    {
      name: 'publisher-core-knows-no-edge',
      severity: 'error',
      from: {
        path: '^scripts/publisher/',
        pathNot: ['^scripts/publisher/adapters/', '\\.test\\.ts$', '^scripts/publisher/service'],
      },
      to: { path: '^scripts/(publisher/adapters|commands|start|build)/' },
    },
    {
      name: 'counter-stands-alone',
      comment: 'What faces the public carries nothing of the newsroom along.',
      severity: 'error',
      from: { path: '^scripts/counter/', pathNot: '\\.test\\.ts$' },
      to: { path: '^scripts/', pathNot: '^scripts/(counter/|cli\\.ts|data-paths\\.ts)' },
    },
    {
      name: 'counter-core-knows-no-edge',
      severity: 'error',
      from: {
        path: '^scripts/counter/',
        pathNot: ['^scripts/counter/(adapters/|service\\.ts)', '\\.test\\.ts$'],
      },
      to: { path: '^scripts/counter/adapters/' },
    },
    {
      name: 'runs-before-the-first-build',
      comment:
        'On a fresh clone these run while shared has no build yet: what needs it (the preflight) they import late.',
      severity: 'error',
      from: {
        path: '^scripts/(commands/(start|build-site|test|types|lint|dev|bench|prove)\\.ts|start/|build/|testing/|cli|settings|progress)',
        pathNot: ['\\.test\\.ts$', '^scripts/start/preflight\\.ts$'],
      },
      to: { path: '(^|/)shared/dist/', dependencyTypesNot: ['type-only', 'dynamic-import'] },
    },
    {
      name: 'products-know-no-tests',
      severity: 'error',
      from: { path: '^(shared|cms|site|scripts)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/|/\\.bundle/' },
    exclude: { path: ['(^|/)(cms|site)/dist/', '\\.bundle/', 'types/generated'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
