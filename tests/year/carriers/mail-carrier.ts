import { createServer, type Socket } from 'node:net'
import type { Random } from '../../../scripts/demo/random.ts'
import type { MovableClock } from '../../support/movable-clock.ts'
import type { Taken, Weather } from './carrier-log.ts'

export interface MailCarrier {
  url: string
  close(): void
}

interface Letter {
  to: string
  text: string
}

/** Takes mail (RFC 5321) in its weather. What comes twice under one Message-ID is one mail, as in a mailbox. */
export async function startMailCarrier({ log, clock, random, weather }: { log: Taken[]; clock: MovableClock; random: Random; weather: Weather }): Promise<MailCarrier> {
  const known = new Set<string>()
  const sockets = new Set<Socket>()
  const take = ({ to, text }: Letter): 'taken' | 'busy' | 'silent' => {
    if (random.whole(1, 1_000) <= weather.busy) return 'busy'
    const id = /^Message-ID:\s+<([0-9a-f-]{36})\.([^>]*)>/im.exec(text)
    if (id && !known.has(id[0])) {
      known.add(id[0])
      log.push({ attemptId: id[1]!, at: clock.now(), channel: 'email', to })
    }
    return random.whole(1, 1_000) <= weather.silent ? 'silent' : 'taken'
  }
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined))
    if (random.whole(1, 1_000) <= weather.down) return socket.end('421 not now\r\n')
    converse(socket, take)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

function converse(socket: Socket, take: (letter: Letter) => 'taken' | 'busy' | 'silent'): void {
  let [pending, to, isData] = ['', '', false]
  socket.write('220 carrier\r\n')
  socket.on('data', (piece) => {
    pending += piece.toString()
    for (let end = endOf(pending, isData); end > 0; end = endOf(pending, isData)) {
      const said = pending.slice(0, end)
      pending = pending.slice(end)
      const word = isData ? take({ to, text: said }) : null
      if (word === 'silent') return socket.destroy()
      to = /^RCPT TO:<(.*?)>/i.exec(said)?.[1] ?? to
      isData = !isData && /^DATA/i.test(said)
      socket.write(word === 'busy' ? '451 busy\r\n' : isData ? '354 go on\r\n' : /^QUIT/i.test(said) ? '221 bye\r\n' : '250 ok\r\n')
    }
  })
}

// A command ends with its line, a mail with a line that is a dot.
function endOf(text: string, isData: boolean): number {
  const mark = isData ? '\r\n.\r\n' : '\r\n'
  const at = text.indexOf(mark)
  return at < 0 ? 0 : at + mark.length
}
