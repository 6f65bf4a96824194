import type { Work } from '../../platform/work.ts'
import { referencesInAnyCase } from '../payments/index.ts'
import type { PointedCredit } from './apply-credits.ts'
import { linesOfContents } from './lines.repository.ts'
import { pointerOf } from './match-credit.ts'
import type { Credit } from './name-credits.ts'
import { keepNumbers } from './references.rules.ts'

/** Finds under which reference each credit may stand already, and what it points at. Reads only. */
export async function pointCredits(work: Work, creditorId: string, credits: readonly Credit[]): Promise<PointedCredit[]> {
  const standing = await linesOfContents(work.tx, creditorId, credits.map(({ content }) => content))
  const kept = keepNumbers(await inTheirCase(work, creditorId, credits), standing)
  const pointed: PointedCredit[] = []
  for (const credit of kept) pointed.push({ credit, pointer: await pointerOf(work, creditorId, credit) })
  return pointed
}

// Some banks print an end-to-end id in capitals only: if it was told before as it is, it is that one.
async function inTheirCase(work: Work, creditorId: string, credits: readonly Credit[]): Promise<Credit[]> {
  const told = credits.flatMap(({ clues: { endToEndId }, reference }) => (endToEndId === reference ? [reference] : []))
  const standing = await referencesInAnyCase(work.tx, creditorId, told)
  const inCase = new Map(standing.map((reference) => [reference.toLowerCase(), reference]))
  return credits.map((credit) => ({ ...credit, reference: inCase.get(credit.reference.toLowerCase()) ?? credit.reference }))
}
