import { none, type FaultRun } from './fault-run.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { sendFile } from './kill-worker.ts'

const FILES = 5

/** Two workers take from the same queues. */
export const twoWorkers: FaultRun = {
  name: 'two-workers',
  what: `a second worker joins the first: ${FILES} imports and the load's codes, each done once`,
  isShort: false,
  async run(house, load) {
    await house.secondWorker.start()
    const files = []
    for (let left = FILES; left > 0; left -= 1) files.push(await sendFile(house, load))
    for (const file of files) {
      while (!['completed', 'failed'].includes((await file.look()).status)) await pause(50)
      file.settle(await file.look())
    }
    await load.more(40)
    await house.secondWorker.stop()
    const mailed = load.cast.people.reduce((sum, { email }) => sum + house.mails.codesTo(email).length, 0)
    return [none('codes mailed beyond those asked for', Math.max(0, mailed - load.codesAsked()))]
  },
}
