import type { Platform } from '@repactua/api/platform/platform.ts'
import type { Random } from '../../scripts/demo/random.ts'

/**
 * A platform whose process may die at any of its transactions: before one begins, with its work done and not committed, or
 * committed and nobody told. What ran in it goes no further, as after `kill -9`; the rows are as the database has them.
 */
export function mortalPlatform(platform: Platform, random: Random, deaths: number): Platform & { isDead(): boolean } {
  let dead = false
  const dieByChance = () => {
    dead ||= random.whole(1, 100_000) <= deaths
    if (dead) throw new Error('killed')
  }
  const mortal = (transact: Platform['transactInBulk']): Platform['transactInBulk'] => async (scope, useCase) => {
    dieByChance()
    const done = await transact(scope, async (work) => {
      const result = await useCase(work)
      dieByChance()
      return result
    })
    dieByChance()
    return done
  }
  return {
    ...platform,
    isDead: () => dead,
    transact: (actor, scope, useCase) => mortal((same, run) => platform.transact(actor, same, run))(scope, useCase),
    transactInBulk: mortal((scope, useCase) => platform.transactInBulk(scope, useCase)),
  }
}
