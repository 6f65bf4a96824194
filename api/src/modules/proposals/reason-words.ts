import type { PROPOSAL_REASONS } from '@repactua/shared/contract/proposals.ts'

type Reason = (typeof PROPOSAL_REASONS)[number]

/** Each reason as the debtor reads it. */
export const REASON_WORDS: Record<Reason, string> = {
  fits: 'O plano que você propôs foi aceito.',
  fits_standing_option: 'Uma das opções de hoje já cabe no que você propôs.',
  fits_single_payment: 'O valor que você tem agora já quita tudo. Não é preciso pagar por mês.',
  payment_too_small: 'O valor por mês ficou abaixo do que a empresa aceita.',
  too_long: 'Com o valor que você propôs, o plano ficaria mais longo do que a empresa aceita.',
  value_too_low: 'O plano ficou abaixo do que a empresa aceita.',
  person_decides: 'Uma pessoa da empresa vai ler sua proposta e responder.',
  no_counter_offers: 'Esta empresa só aceita as opções de hoje.',
  approved: 'Uma pessoa da empresa leu sua proposta e aceitou.',
  not_approved: 'Uma pessoa da empresa leu sua proposta e não aceitou.',
  countered_by_person: 'Uma pessoa da empresa leu sua proposta e respondeu com outro plano.',
  deadline_passed: 'A empresa não respondeu no prazo. Você pode propor de novo.',
  replaced: 'Você fez outra proposta depois desta.',
}
