import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { quantile, within, type FaultRun } from './fault-run.ts'

const SOCKETS = 1_000
const LETTER_EVERY_MS = 1_000
const PATIENCE_MS = 40_000

/** A thousand callers that send their request letter by letter. */
export const slowConnections: FaultRun = {
  name: 'slow-connections',
  what: `${SOCKETS} connections send a letter a second and never end their request`,
  isShort: false,
  async run(house, load) {
    await load.more(10)
    const begun = performance.now()
    const sockets = Array.from({ length: SOCKETS }, () => openSlow(Number(new URL(house.url).port)))
    const closing = Promise.all(sockets.map(({ closed }) => closed))
    await Promise.race([closing, pause(PATIENCE_MS)])
    const ended = performance.now()
    for (const { socket } of sockets) socket.destroy()
    const closedMs = (await closing).map((at) => at - begun)
    await load.more(10)
    const meanwhile = load.journal.answers.filter(({ at }) => at > begun && at < ended)
    return [quantile('a healthy answer meanwhile (p99)', meanwhile.map(({ ms }) => ms), 0.99, 200), within('a slow connection is closed', closedMs, 15_000)]
  },
}

function openSlow(port: number): { socket: Socket; closed: Promise<number> } {
  const socket = connect(port, '127.0.0.1')
  socket.write('GET /livez HTTP/1.1\r\nHost: slow\r\nX-Slow: ')
  const writing = setInterval(() => socket.write('a'), LETTER_EVERY_MS)
  const closed = new Promise<number>((resolve) => socket.on('error', () => undefined).on('close', () => resolve(performance.now())))
  void closed.then(() => clearInterval(writing))
  return { socket, closed }
}
