/**
 * Who may know whom. Each wall is a rule with a name; tests/architecture proves that each one bites.
 *
 * The arrows between the modules of the api: a module may import from the front doors named here and
 * from no other. A module that must hear of another's news hears it from the outbox.
 */
const ARROWS = {
  creditors: [],
  debtors: [],
  indices: [],
  ledger: [],
  refunds: ['ledger'],
  templates: ['channels', 'creditors'],
  webhooks: [],
  channels: ['creditors'],
  messaging: ['channels', 'creditors', 'debtors', 'templates'],
  delistings: ['creditors'],
  identity: ['creditors', 'debtors'],
  news: ['identity'],
  policies: ['creditors', 'indices'],
  debts: ['creditors', 'debtors', 'indices', 'policies'],
  disputes: ['creditors', 'debts', 'messaging'],
  segments: ['creditors', 'messaging'],
  simulations: ['creditors', 'debts', 'indices', 'policies'],
  offers: ['creditors', 'debtors', 'debts', 'indices', 'policies'],
  proposals: ['creditors', 'debts', 'messaging', 'offers'],
  affordability: ['offers'],
  agreements: ['creditors', 'debtors', 'debts', 'delistings', 'identity', 'ledger', 'messaging', 'offers', 'policies', 'refunds'],
  escalations: ['creditors', 'debts', 'delistings', 'messaging'],
  'service-rules': ['creditors', 'debts', 'messaging'],
  amendments: ['agreements', 'identity', 'ledger'],
  'yearly-statements': ['agreements', 'creditors', 'debtors'],
  reminders: ['agreements', 'creditors', 'messaging', 'rulers'],
  boletos: ['agreements', 'creditors', 'debtors'],
  'pix-accounts': ['creditors'],
  'pix-charges': ['agreements', 'creditors', 'debtors', 'pix-accounts'],
  payments: ['agreements', 'amendments', 'boletos', 'creditors', 'debtors', 'debts', 'ledger', 'pix-charges', 'refunds'],
  'pix-refunds': ['payments', 'pix-accounts', 'refunds'],
  'automatic-pix': ['agreements', 'creditors', 'debtors', 'pix-accounts'],
  'pix-arrivals': ['automatic-pix', 'payments', 'pix-accounts', 'pix-charges', 'pix-refunds'],
  'bank-files': ['boletos', 'creditors', 'debtors', 'payments'],
  statements: ['agreements', 'creditors', 'payments'],
  cards: ['creditors', 'payments'],
  conversations: ['agreements', 'channels', 'creditors', 'debtors', 'debts', 'disputes', 'messaging', 'offers', 'payments', 'pix-charges'],
  rulers: ['creditors', 'messaging', 'segments', 'templates'],
}

const MODULES = '^api/src/modules/'
const TESTS = '(^tests/|\\.(test|fixture|fake)\\.tsx?$)'
const HTTP = '(^|node_modules/)(fastify|fastify-plugin|@fastify)(/|$)'
const STORAGE = '(^|node_modules/)(pg|pg-boss|pg-copy-streams|drizzle-orm)(/|$)'

const walls = [
  { name: 'no-circular', from: {}, to: { circular: true } },
  { name: 'no-unresolved', from: {}, to: { couldNotResolve: true } },
  { name: 'shared-is-the-floor', from: { path: '^shared/' }, to: { path: '^(api|portal|scripts|tests)/' } },
  {
    name: 'shared-needs-only-typebox',
    from: { path: '^shared/', pathNot: TESTS },
    to: { pathNot: ['^shared/', '(^|node_modules/)typebox(/|$)'] },
  },
  { name: 'portal-never-meets-api', from: { path: '^portal/' }, to: { path: '^api/' } },
  { name: 'api-never-meets-portal', from: { path: '^api/' }, to: { path: '^portal/' } },
  { name: 'scripts-are-the-roof', from: { path: '^(api|portal|shared)/' }, to: { path: '^scripts/' } },
  {
    name: 'core-is-pure',
    from: { path: '^api/src/core/', pathNot: TESTS },
    to: { pathNot: '^(api/src/core|shared/src)/' },
  },
  { name: 'core-knows-no-module', from: { path: '^api/src/core/' }, to: { path: MODULES } },
  {
    name: 'rules-are-pure',
    from: { path: `${MODULES}[^/]+/.*\\.rules\\.ts$` },
    to: { pathNot: '^(api/src/core|shared/src)/|\\.rules\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'rules-take-types-from-their-own-module',
    from: { path: `${MODULES}([^/]+)/.*\\.rules\\.ts$` },
    to: { pathNot: `^(api/src/core|shared/src)/|${MODULES}$1/` },
  },
  {
    name: 'platform-knows-no-module',
    from: { path: '^api/src/platform/' },
    to: { path: '^api/src/', pathNot: '^api/src/(platform|core)/' },
  },
  {
    name: 'front-door-only',
    from: { path: `${MODULES}([^/]+)/`, pathNot: TESTS },
    to: { path: `${MODULES}[^/]+/`, pathNot: [`${MODULES}$1/`, `${MODULES}[^/]+/index\\.ts$`] },
  },
  {
    name: 'front-door-only-from-outside',
    from: { pathNot: [MODULES, TESTS] },
    to: { path: `${MODULES}[^/]+/`, pathNot: `${MODULES}[^/]+/index\\.ts$` },
  },
  {
    name: 'only-repositories-touch-tables',
    from: { pathNot: ['\\.repository\\.ts$', '^api/src/platform/', TESTS] },
    to: { path: '^api/src/platform/db/tables/' },
  },
  {
    name: 'only-repositories-speak-sql',
    from: { path: MODULES, pathNot: ['\\.repository\\.ts$', TESTS] },
    to: { path: STORAGE },
  },
  {
    name: 'routes-know-no-storage',
    from: { path: '\\.routes\\.ts$' },
    to: { path: ['\\.repository\\.ts$', '^api/src/platform/db/', STORAGE] },
  },
  {
    name: 'use-cases-know-no-http',
    from: { path: MODULES, pathNot: ['\\.routes\\.ts$', '\\.presenter\\.ts$', TESTS] },
    to: { path: ['^api/src/platform/http/', HTTP] },
  },
  {
    name: 'features-do-not-visit',
    from: { path: '^portal/src/features/([^/]+)/' },
    to: { path: '^portal/src/features/', pathNot: '^portal/src/features/$1/' },
  },
  { name: 'ui-knows-no-feature', from: { path: '^portal/src/(ui|lib)/' }, to: { path: '^portal/src/(features|app)/' } },
  { name: 'not-to-test', from: { pathNot: TESTS }, to: { path: TESTS } },
  {
    name: 'declared-modules-only',
    from: { path: MODULES, pathNot: anyOf(Object.keys(ARROWS)) },
    to: { path: MODULES },
  },
  ...Object.entries(ARROWS).map(arrowsOf),
]

function arrowsOf([module, known]) {
  return {
    name: `arrows-of-${module}`,
    from: { path: anyOf([module]), pathNot: TESTS },
    to: { path: MODULES, pathNot: anyOf([module, ...known]) },
  }
}

function anyOf(modules) {
  return `${MODULES}(${modules.join('|')})/`
}

module.exports = {
  forbidden: walls.map((wall) => ({ severity: 'error', ...wall })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^tests/architecture/bad-house/', '/dist/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
}
