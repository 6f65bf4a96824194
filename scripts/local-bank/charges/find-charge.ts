import type { Account } from '../accounts/account.ts'
import type { Bank } from '../bank.ts'
import type { Charge } from './charge.ts'

/** The account's charge of this txid: a txid is one charge of one receiver. */
export function findCharge(bank: Bank, { clientId }: Pick<Account, 'clientId'>, txid: string): Charge | undefined {
  return bank.state.charges.find((charge) => charge.clientId === clientId && charge.txid === txid)
}

/** What the rules of a charge must know of the other ones. */
export function locationTaken(bank: Bank, own: Charge | undefined): (locationId: number) => boolean {
  return (locationId) => bank.state.charges.some((other) => other !== own && other.locationId === locationId)
}
