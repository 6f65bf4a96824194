import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { startApp } from '../../support/app.ts'

const { app } = await startApp()

// Found by asking the API to end under load: these got a bare 503 without a problem and without a time to come back.
test('a request that is under way when the server is asked to end is answered, and its connection closed', async () => {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const socket = connect((app.server.address() as { port: number }).port, '127.0.0.1')
  let told = ''
  socket.on('data', (piece) => (told += piece.toString()))
  const closed = new Promise((resolve) => socket.on('close', resolve))
  const arrived = new Promise((resolve) => app.server.once('connection', (near) => near.once('data', resolve)))
  socket.write('GET /livez HTTP/1.1\r\nHost: here\r\n')
  await arrived
  const ended = app.close()
  socket.write('\r\n')
  await Promise.all([closed, ended])
  expect(told).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(told.toLowerCase()).toContain('connection: close')
})

test('nobody may take longer than ten seconds for the head of a request', () => {
  expect(app.server.headersTimeout).toBe(10_000)
})
