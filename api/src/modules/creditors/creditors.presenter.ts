import type { CreatedCreditor, Creditor, CreditorCard } from '@repactua/shared/contract/creditors.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { showId } from '../../platform/ids.ts'
import type { CreditorRecord } from './creditors.repository.ts'
import type { NewClient } from './create-client.ts'

/** What a debtor and every paper may know of a creditor. */
export function presentCard(creditor: CreditorRecord): CreditorCard {
  const { legalName, tradeName, address, email, phone, brand } = creditor
  return { id: showId('creditor', creditor.id), legalName, tradeName, cnpj: formatCnpj(creditor.cnpj), address, email, phone, brand }
}

export function presentCreditor(creditor: CreditorRecord): Creditor {
  const { regime, pixKey } = creditor
  return { ...presentCard(creditor), regime, pixKey, createdAt: creditor.createdAt.toISOString() }
}

export function presentCreated({ creditor, client }: { creditor: CreditorRecord; client: NewClient }): CreatedCreditor {
  return {
    creditor: presentCreditor(creditor),
    client: { clientId: showId('client', client.id), clientSecret: client.secret, scope: client.scopes.join(' ') },
  }
}
