import type { Ruler } from '@repactua/shared/contract/rulers.ts'
import { showId } from '../../platform/ids.ts'
import type { RulerRecord } from './rulers.repository.ts'

export function presentRuler({ id, code, name, version, status, pausedAt, steps, createdAt, publishedAt }: RulerRecord): Ruler {
  return {
    id: showId('ruler', id), code, name, version, status, steps,
    pausedAt: pausedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
  }
}
