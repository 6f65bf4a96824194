import { QUEUES } from '@repactua/api/platform/jobs/queues.ts'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '../../support/database.ts'

const db = await database()
const boss = new PgBoss({ connectionString: db.appUrl, schema: 'pgboss', migrate: false, createSchema: false })
const faults: unknown[] = []
boss.on('error', (fault) => faults.push(fault))

beforeAll(async () => {
  await boss.start()
})
afterAll(() => boss.stop({ graceful: false }))

test('the application sends and works a job without owning the job tables', async () => {
  const queue = QUEUES[0]
  const worked = new Promise<unknown>((resolve) => {
    void boss.work(queue, { pollingIntervalSeconds: 0.5 }, async ([job]) => resolve(job?.data))
  })
  await boss.send(queue, { hello: 'world' })
  expect(await worked).toEqual({ hello: 'world' })
})

test('it keeps house and schedules as that account', async () => {
  await boss.schedule(QUEUES[0], '0 3 * * *', null, { tz: 'America/Sao_Paulo' })
  expect(await boss.getSchedules()).toHaveLength(1)
  await boss.supervise()
  expect(faults).toEqual([])
})

test('it may not make a queue table of its own', async () => {
  await expect(boss.createQueue('another', { partition: true })).rejects.toThrow('permission denied')
})
