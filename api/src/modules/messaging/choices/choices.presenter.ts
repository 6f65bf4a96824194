import type { ContactChoices, CreditorContactChoices } from '@repactua/shared/contract/contact-choices.ts'
import { showId } from '../../../platform/ids.ts'
import { presentCard } from '../../creditors/index.ts'
import type { Contacts } from '../../debtors/index.ts'
import { cellsOf, standingCellsOf } from './choices.rules.ts'
import type { HeardChoices } from './hear-wish.ts'
import { maskEmail, maskPhone } from './mask-address.ts'
import { channelsOf, type ChoicesView } from './read-choices.ts'

export function presentChoices({ contacts, general, pushEndpoints, creditors }: ChoicesView): ContactChoices {
  const pauses = general.flatMap(({ until, source }) => (until !== null && source === 'person' ? [until] : []))
  return {
    addresses: addressesOf(contacts),
    pausedUntil: pauses[0]?.toISOString() ?? null,
    choices: cellsOf(channelsOf(contacts), general),
    pushEndpoints,
    creditors: creditors.map(({ creditor, channels, own }) => ({ creditor: presentCard(creditor), choices: cellsOf(channels, [...general, ...own]) })),
  }
}

export function presentForCreditor({ debtorId, wishes }: HeardChoices): CreditorContactChoices {
  return { debtorId: showId('debtor', debtorId), choices: standingCellsOf(wishes).map(({ until, ...cell }) => ({ ...cell, until: until?.toISOString() ?? null })) }
}

function addressesOf(contacts: readonly Contacts[]): ContactChoices['addresses'] {
  const emails = new Set(contacts.flatMap(({ email }) => (email === null ? [] : [maskEmail(email)])))
  const phones = new Set(contacts.flatMap(({ phone }) => (phone === null ? [] : [maskPhone(phone)])))
  return [...[...emails].map((masked) => ({ kind: 'email', masked }) as const), ...[...phones].map((masked) => ({ kind: 'phone', masked }) as const)]
}
