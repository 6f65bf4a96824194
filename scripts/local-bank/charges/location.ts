import { dynamicBrCode } from '@repactua/api/core/pix/br-code.ts'
import type { Account } from '../accounts/account.ts'
import type { Charge } from './charge.ts'

/** The invented host of all locations; the bank knows its own charges by the token behind it. */
const LOCATIONS = 'pix.banco-de-testes.exemplo.test/qr/v2/cobv/'

/** Where the charge can be read, without the scheme, as the file writes it. */
export function locationOf({ token }: Pick<Charge, 'token'>): string {
  return `${LOCATIONS}${token}`
}

/** The token in a location of ours; null for another bank's. */
export function tokenIn(location: string): string | null {
  return location.startsWith(LOCATIONS) ? location.slice(LOCATIONS.length) : null
}

/** The dynamic BR Code of a charge. */
export function copyPasteOf(charge: Charge, { holder }: Account): string {
  return dynamicBrCode({ url: locationOf(charge), merchantName: holder.nomeFantasia ?? holder.nome, merchantCity: holder.cidade })
}
