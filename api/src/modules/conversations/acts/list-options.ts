import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { showId } from '../../../platform/ids.ts'
import { formOfferSheet } from '../../offers/index.ts'
import { asPerson } from '../as-person.ts'
import { personIn, type ActResult, type Turn } from '../turn.ts'
import { openDebtsOf } from './tell-balance.ts'

/** As many as a message holds; the rest is in the portal. */
const MOST_OPTIONS = 3
const DUE_DAY = 10

/** A sheet of offers of today, kept as every sheet is, and its cheapest options. Nothing can be signed by message. */
export async function listOptions(turn: Turn): Promise<ActResult> {
  const debts = (await openDebtsOf(turn)).map(({ debt }) => debt)
  if (debts.length === 0) return 'nothing_open'
  const options = await optionsFor(turn, debts)
  if (options.length === 0) return 'nothing_offered'
  turn.values['options'] = options.map((option, i) => `${i + 1}) ${wordsOf(option, turn.thread.language)}`).join('\n')
  return 'options_found'
}

/** Leads to where an option is checked and signed; a number that was not on the list is asked again. */
export async function chooseOption({ heard, creditor, site, values }: Turn): Promise<ActResult> {
  if (heard.choice === null || heard.choice > MOST_OPTIONS) return 'choice_unknown'
  values['link'] = `${site}/negociar/${showId('creditor', creditor.id)}`
  return null
}

// Without a policy, or with nothing that the law lets be offered, there is no sheet: that is an answer here, and no fault.
async function optionsFor(turn: Turn, debts: Parameters<typeof formOfferSheet>[1]['debts']): Promise<OfferOption[]> {
  try {
    const sheet = await formOfferSheet(await asPerson(turn.work, personIn(turn)), { debts, wishes: { dueDay: DUE_DAY } })
    return sheet.options.slice(0, MOST_OPTIONS)
  } catch (error) {
    if (error instanceof AppError) return []
    throw error
  }
}

function wordsOf({ kind, count, totalCents, installments }: OfferOption, language: Turn['thread']['language']): string {
  const total = formatBrl(totalCents)
  if (kind === 'cash') return language === 'pt' ? `à vista ${total}` : `all at once ${total}`
  const largest = formatBrl(Math.max(...installments.map(({ amountCents }) => amountCents)))
  return language === 'pt' ? `${count} vezes de até ${largest}, total ${total}` : `${count} times up to ${largest}, total ${total}`
}
