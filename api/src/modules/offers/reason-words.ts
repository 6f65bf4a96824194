import type { OfferOption as ShownOption } from '@repactua/shared/contract/offers.ts'
import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { noBetterThan, reasonOf, type NoBetter, type NoBetterReason, type OptionReason } from '../../core/offers/explain-option.ts'
import { brl } from '../../core/money/show.ts'
import type { OfferOption, Offers, UnavailableReason } from '../../core/offers/types.ts'

/** Why this option is offered, and why nothing better is: the code, and one plain sentence. */
export function presentReasons(option: OfferOption, offers: Offers): Required<Pick<ShownOption, 'reason' | 'noBetter'>> {
  const code = reasonOf(option)
  return {
    reason: { code, text: REASONS[code](option) },
    noBetter: noBetterThan(option, offers).map((found) => ({ code: found.code, text: NO_BETTER[found.code](found) })),
  }
}

/** Why a count is not offered. */
export const UNAVAILABLE_WORDS: Record<UnavailableReason, string> = {
  installment_too_small: 'As parcelas ficariam menores do que o credor aceita.',
  down_payment_too_small: 'O credor pede uma entrada maior para esta quantidade de parcelas.',
  not_in_policy: 'O credor não divide estas dívidas nesta quantidade de parcelas.',
  worse_than_another: 'Outra opção da lista termina antes, custa menos e pesa menos no mês.',
  outside_law: 'O custo passaria do que a lei permite.',
  no_common_due_day: 'As dívidas não têm um dia de vencimento em comum.',
}

const REASONS: Record<OptionReason, (option: OfferOption) => string> = {
  cash_with_discount: (option) => `O credor desconta ${brl(option.discountCents)} de quem paga de uma vez até ${dueOn(option)}.`,
  cash_without_discount: (option) => `O credor aceita o valor de hoje, de uma vez, até ${dueOn(option)}.`,
  cash_with_more_time: (option) => `Com mais tempo para pagar de uma vez, até ${dueOn(option)}, o desconto é de ${brl(option.discountCents)}.`,
  interest_free_with_discount: (option) => `Em ${option.count} vezes o credor não cobra juros e desconta ${brl(option.discountCents)}.`,
  interest_free: (option) => `Em ${option.count} vezes o credor não cobra juros.`,
  with_interest: (option) => `Em ${option.count} vezes o credor cobra juros de ${formatBps(option.monthlyRateBps)} ao mês.`,
  own_offer: () => 'É a sua proposta, que o credor aceitou.',
}

const NO_BETTER: Record<NoBetterReason, (found: NoBetter) => string> = {
  longest_plan: () => 'É o maior número de parcelas que o credor dá hoje para estas dívidas.',
  no_installments: () => 'O credor não divide estas dívidas em parcelas hoje.',
  longer_not_given: ({ count }) => `Em ${count} vezes o credor não divide estas dívidas.`,
  longer_too_small: ({ count }) => `Em ${count} vezes cada parcela ficaria menor do que o credor aceita.`,
  longer_down_payment: ({ count }) => `Em ${count} vezes o credor pede uma entrada maior.`,
  longer_worse: ({ count }) => `Em ${count} vezes você pagaria mais, sem parcela menor.`,
  longer_outside_law: ({ count }) => `Em ${count} vezes o custo passaria do que a lei permite.`,
  longer_no_due_day: ({ count }) => `Em ${count} vezes as dívidas não têm um dia de vencimento em comum.`,
  largest_discount: () => 'É o maior desconto que o credor dá hoje para estas dívidas.',
  larger_discount_elsewhere: ({ other }) => (other ? `Há desconto maior, de ${brl(other.discountCents)}, ${wayToPay(other)}.` : ''),
}

function wayToPay(option: OfferOption): string {
  return option.kind === 'cash' ? `à vista, até ${dueOn(option)}` : `em ${option.count} vezes`
}

function dueOn({ installments: [first] }: OfferOption): string {
  return first ? formatDate(first.dueOn) : ''
}
