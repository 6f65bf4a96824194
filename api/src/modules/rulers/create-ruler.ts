import type { RulerInput } from '@repactua/shared/contract/rulers.ts'
import { DEFAULT_STEPS } from '../../core/rulers/default-steps.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { refuseFindings } from './refuse-findings.ts'
import { insertRuler, type RulerRecord } from './rulers.repository.ts'

/** Makes a draft, of the built-in steps where none are given. Refuses steps that make no sense, all findings at once. */
export async function createRuler(work: Work, { code, name, steps = [...DEFAULT_STEPS] }: RulerInput): Promise<RulerRecord> {
  const creditorId = creditorOf(work)
  await refuseFindings(work, creditorId, steps)
  const ruler: RulerRecord = { creditorId, id: work.newId(), code, name, steps, status: 'draft', version: null, pausedAt: null, createdAt: work.clock.now(), publishedAt: null }
  await insertRuler(work.tx, ruler)
  await recordChange(work, { creditorId, type: 'ruler.created', subject: showId('ruler', ruler.id), data: { code, steps: steps.length } })
  return ruler
}
