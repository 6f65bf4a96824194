export { automaticPixRoutes } from './automatic-pix.routes.ts'
export { endAtBank } from './end-leave.ts'
export { tendLeaves } from './tend-leaves.ts'
export { debitOfTxid } from './debit-of-txid.ts'
