/** The rules of the house, section 4. An edge between two modules is allowed only when it stands here. */
const edges = {
  programme: ['organisation'],
  supervision: ['organisation'],
  education: ['organisation'],
  conduct: ['organisation', 'programme', 'clues'],
  clues: ['organisation'],
  recheck: ['organisation', 'clues'],
  casework: ['organisation'],
  screening: ['organisation'],
  interference: ['organisation'],
  rectification: ['organisation', 'disclosure'],
  appeals: ['organisation'],
  outreach: ['organisation', 'disclosure'],
  disclosure: ['organisation', 'rectification'],
  services: ['organisation'],
  mediation: ['organisation'],
  property: ['organisation'],
  bulletin: [],
};

const modules = ['organisation', ...Object.keys(edges)];

module.exports = {
  forbidden: [
    // A page that is fetched when it is first opened may use what lists it.
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^src/(modules|web|commands)/' },
    },
    ...modules.map((module) => ({
      name: `${module}-allowed-edges`,
      severity: 'error',
      from: { path: `^src/modules/${module}/`, pathNot: '[.]test[.]tsx?$' },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: [module, ...(edges[module] ?? [])].map((name) => `^src/modules/${name}/`),
      },
    })),
    {
      name: 'modules-through-the-door',
      comment: 'Other modules see index.ts only.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: '[.]test[.]tsx?$' },
      to: { path: '^src/modules/([^/]+)/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index[.]ts$'] },
    },
    {
      name: 'rules-do-no-io',
      severity: 'error',
      from: { path: '/(rules|lifecycle)[.]ts$' },
      to: {
        path: '(^node:(fs|net|http|child_process)|/(store|service|routes)[.]ts$|^node_modules/(pg|kysely|fastify)/)',
      },
    },
    {
      name: 'pages-import-no-server',
      severity: 'error',
      from: { path: '^src/(modules/[^/]+/pages|web)/' },
      to: {
        path: '^src/(modules/[^/]+/(service|store|routes|jobs)|platform/(database|ledger/(perform|sequencer|verify|tile-store)|http/server|identity/(?!contract)|jobs|files|config))',
      },
    },
    {
      name: 'web-through-the-table-of-contents',
      severity: 'error',
      from: { path: '^src/web/' },
      to: {
        path: '^src/modules/',
        pathNot: '^src/modules/(pages[.]tsx?$|[^/]+/(contract|registers|lifecycle|prose|pages|bundle)(/|[.]))',
      },
    },
    {
      name: 'outside-speaks-http-and-commands',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^src/' },
    },
    {
      // The bench may look beneath the HTTP door (docs/decisions/0007-bench.md), so nothing may lean on it.
      name: 'nothing-needs-the-bench',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs'],
    },
  },
};
