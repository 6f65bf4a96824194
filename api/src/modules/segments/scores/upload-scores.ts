import { cpfDigits, isCpf } from '@repactua/shared/br/cpf.ts'
import type { DebtorScoreInput, DebtorScoresAnswer } from '@repactua/shared/contract/segments.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { invariant } from '../../../core/invariant.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import { creditorOf, type Work } from '../../../platform/work.ts'
import { findWhose, insertScores, lockScores, type NewScore } from './scores.repository.ts'

/**
 * Takes the bands that a creditor brings, each as a new version unless it is known; those of nobody are refused one by one, the
 * others are taken.
 */
export async function uploadScores(work: Work, inputs: readonly DebtorScoreInput[]): Promise<DebtorScoresAnswer> {
  const creditorId = creditorOf(work)
  await lockScores(work.tx, creditorId)
  const whose = await findWhose(work.tx, creditorId, inputs.map(({ cpf, externalId }) => ({ cpfIndex: cpf === undefined ? null : work.keys.cpfIndex(cpfDigits(cpf)), externalId: externalId ?? null })))
  const checked = inputs.map((input, index) => ({ input, index, debtorId: whose[index] ?? null, code: refusalOf(work, input, index, whose) }))
  const taken = checked.filter(({ code }) => code === null)
  const accepted = await insertScores(work.tx, creditorId, taken.map(({ input, debtorId }) => newScore(debtorId, input)), work.clock.now())
  if (accepted > 0) await recordChange(work, { creditorId, type: 'debtor_scores.uploaded', subject: showId('creditor', creditorId), data: { accepted } })
  const errors = checked.flatMap(({ index, code }) => (code === null ? [] : [{ index, code, message: ERROR_TEXTS[code].title }]))
  return { received: inputs.length, accepted, unchanged: taken.length - accepted, rejected: errors.length, errors }
}

function refusalOf({ today }: Work, { cpf, externalId, validUntil }: DebtorScoreInput, index: number, whose: readonly (string | null)[]): ErrorCode | null {
  if ((cpf === undefined) === (externalId === undefined)) return 'score_whose'
  if (cpf !== undefined && !isCpf(cpfDigits(cpf))) return 'invalid_cpf'
  if (validUntil < today) return 'score_expired'
  if (whose[index] === null) return 'not_found'
  return whose.indexOf(whose[index]!) < index ? 'score_twice' : null
}

function newScore(debtorId: string | null, { band, score, reasons = [], source, validUntil }: DebtorScoreInput): NewScore {
  invariant(debtorId !== null, 'a score that was taken is somebody’s')
  return { debtorId, band, score: score ?? null, reasons, source, validUntil }
}
