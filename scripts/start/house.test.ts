import { expect, test } from 'vitest'
import { openHouse } from './house.ts'

test('everything is stopped once, last started first', async () => {
  const house = openHouse()
  const stopped: string[] = []
  for (const name of ['database', 'mail', 'api']) await house.keep(async () => void stopped.push(name))
  house.close(0)
  expect(await house.closing).toBe(0)
  await house.stopAll()
  await house.stopAll()
  expect(stopped).toEqual(['api', 'mail', 'database'])
})

test('what starts after the close is stopped at once', async () => {
  const house = openHouse()
  house.close(0)
  let stopped = false
  await house.keep(async () => void (stopped = true))
  expect(stopped).toBe(true)
})

test('the first word counts: an error after Ctrl-C is no error', async () => {
  const house = openHouse()
  house.close(0)
  house.fail('too late')
  expect(await house.closing).toBe(0)
})

test('a child that ends by itself ends the house', async () => {
  const house = openHouse()
  house.watch('The worker', Promise.resolve(1))
  expect(await house.closing).toBe(1)
})
