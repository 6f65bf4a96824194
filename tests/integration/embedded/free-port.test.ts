import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { assertPortFree, findFreePort } from '../../../scripts/embedded/free-port.ts'

test.each(['127.0.0.1', undefined])('a port taken on %s is refused with the variable to set', async (host) => {
  const port = await findFreePort()
  await expect(assertPortFree(port, 'PORT')).resolves.toBeUndefined()
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen({ port, ...(host ? { host } : {}) }, resolve))
  await expect(assertPortFree(port, 'PORT')).rejects.toThrow(`Port ${port} is taken. Set PORT to another one.`)
  await new Promise((resolve) => taken.close(resolve))
})
