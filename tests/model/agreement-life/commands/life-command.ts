import type fc from 'fast-check'
import { expectAgreement } from '../compare.ts'
import type { LifeModel } from '../life-model.ts'
import type { World } from '../life-world.ts'

export type LifeCommand = fc.AsyncCommand<LifeModel, World>

/** How often each kind of command was done, and what it left, in the whole run: a model that is never put to the test agrees with everything. */
export const done = new Map<string, number>()

/** A command that is compared with the model when it is done, and told by its name where a run fails. */
export function command(name: string, check: (model: Readonly<LifeModel>) => boolean, run: (model: LifeModel, real: World) => Promise<void>): LifeCommand {
  return {
    check,
    run: async (model, real) => {
      await run(model, real)
      await expectAgreement(model, real)
      const kind = `${name.split('(')[0]} -> ${model.life?.status ?? 'nothing'}`
      done.set(kind, (done.get(kind) ?? 0) + 1)
    },
    toString: () => name,
  }
}
