export { ledgerRoutes } from './ledger.routes.ts'
export { entryCall, postEntry } from './post-entry.ts'
export { balancesOf, type EntryCall } from './ledger.repository.ts'
export { agreed, amended, charged, discounted, held, novated, paid, refunded, released, releasedOnDebts, reopened, settled, withdrawn, type Line } from './ledger.rules.ts'
