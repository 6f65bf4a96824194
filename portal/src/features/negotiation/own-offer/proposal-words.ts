import type { ProposalDecision } from '@repactua/shared/contract/proposals.ts'

/** The heading of an answer. */
export const PROPOSAL_TITLES: Record<ProposalDecision, string> = {
  accepted: 'Sua proposta foi aceita',
  countered: 'A empresa aceita este plano',
  in_review: 'Sua proposta está em análise',
  refused: 'Desta vez não deu',
  lapsed: 'Esta proposta terminou',
}

/** The same as a tag in a list. */
export const PROPOSAL_TAGS: Record<ProposalDecision, string> = {
  accepted: 'Aceita',
  countered: 'Com outro plano',
  in_review: 'Em análise',
  refused: 'Não aceita',
  lapsed: 'Terminou',
}
