export { ledgerRoutes } from './ledger.routes.ts'
export { entryCall, postEntry } from './post-entry.ts'
export { balancesOf, linesBySource, type EntryCall } from './ledger.repository.ts'
export { agreed, amended, charged, discounted, held, novated, owedAgain, paid, refunded, released, releasedOnDebts, reopened, restored, reversed, settled, unsettled, withdrawn, type Line } from './ledger.rules.ts'
