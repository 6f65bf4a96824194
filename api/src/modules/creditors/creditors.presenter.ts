import type { Client, CreatedClient, CreatedCreditor, Creditor, CreditorCard, Settings } from '@repactua/shared/contract/creditors.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { showId } from '../../platform/ids.ts'
import type { ListedClient } from './clients.repository.ts'
import type { NewClient } from './create-client.ts'
import type { CreditorRecord } from './creditors.repository.ts'
import type { SettingsRecord } from './settings.repository.ts'

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

export function presentClient({ id, name, scopes, createdAt, revokedAt }: ListedClient): Client {
  return { id: showId('client', id), name, scopes: [...scopes], createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null }
}

export function presentCreatedClient({ client, secret }: { client: ListedClient; secret: string }): CreatedClient {
  return { ...presentClient(client), clientSecret: secret }
}

export function presentSettings({ fourEyesPublishing, fourEyesEndAskedBy, fourEyesEndAskedAt, showsBarredDebts, remindDaysBefore, shortToleranceCents, overpayment, tellsBalances, answerHours }: SettingsRecord): Settings {
  const isAsked = fourEyesEndAskedBy !== null && fourEyesEndAskedAt !== null
  return {
    fourEyesPublishing,
    fourEyesEnd: isAsked ? { askedBy: showId('client', fourEyesEndAskedBy), askedAt: fourEyesEndAskedAt.toISOString() } : null,
    showsBarredDebts,
    remindDaysBefore,
    shortToleranceCents: centsNumber(shortToleranceCents),
    overpayment,
    tellsBalances,
    answerHours,
  }
}
