import fc from 'fast-check'
import { addMonths } from '@repactua/shared/time/local-date.ts'
import { expireAgreements, watchAllArrears } from '@repactua/api/modules/agreements/index.ts'
import { alarmAllDelistings } from '@repactua/api/modules/delistings/index.ts'
import { endOfDay } from '@repactua/api/platform/clock.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { signInWithCode } from '../../../builders/person.ts'
import { passNight, type LifeModel } from '../life-model.ts'
import type { World } from '../life-world.ts'
import { command, type LifeCommand } from './life-command.ts'

const logger = createLogger('silent')

/** The clock moves on to noon, so many days later. */
const wait = (days: number): LifeCommand => command(`wait(${days})`, () => true, (model, real) => moveTo(model, real, `${addDays(model.today, days)}T15:00:00Z`))

/** To the last second of this month, or to the first one of the next: a second apart, a day apart. */
const toMonthsEnd = (isOver: boolean): LifeCommand => command(isOver ? 'overMonthsEnd' : 'toMonthsEnd', () => true, (model, real) => {
  const lastDay = addDays(addMonths(`${model.today.slice(0, 8)}01`, 1), -1)
  const last = endOfDay(lastDay).getTime()
  return moveTo(model, real, new Date(isOver ? last + 1 : last - 999))
})

/** What the worker does every night, by two workers at once. */
const night = (): LifeCommand => command('night', () => true, async (model, real) => {
  const round = async () => {
    const desk = { platform: real.test.platform, logger }
    await expireAgreements(desk)
    await watchAllArrears(desk)
    await alarmAllDelistings(real.test.platform)
  }
  await Promise.all([round(), round()])
  passNight(model)
})

async function moveTo(model: LifeModel, real: World, instant: string | Date): Promise<void> {
  const { clock } = real.test
  if (new Date(instant).getTime() <= model.now) return
  clock.moveTo(instant)
  model.now = clock.now().getTime()
  model.today = clock.today()
  real.cookie = await signInWithCode(real.test, real.debtor.cpf)
}

export const passingTime = [fc.integer({ min: 1, max: 35 }).map(wait), fc.boolean().map(toMonthsEnd), fc.constant(night()), fc.constant(night())]
