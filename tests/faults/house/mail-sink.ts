import { createServer, type Socket } from 'node:net'

/** A mail server that takes everything and keeps the codes by address. */
export interface MailSink {
  readonly url: string
  /** Six-digit codes that came to an address, oldest first. */
  codesTo(address: string): readonly string[]
  close(): void
}

/** Speaks as much SMTP as a sender needs. */
export async function startMailSink(): Promise<MailSink> {
  const codes = new Map<string, string[]>()
  const keep = (to: string, text: string) => {
    const code = /\b\d{6}\b/.exec(text.slice(text.indexOf('\r\n\r\n')))?.[0]
    if (code) codes.set(to, [...(codes.get(to) ?? []), code])
  }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined))
    converse(socket, keep)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`,
    codesTo: (address) => codes.get(address) ?? [],
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

function converse(socket: Socket, keep: (to: string, text: string) => void): void {
  let [pending, to, isData] = ['', '', false]
  socket.write('220 sink\r\n')
  socket.on('data', (piece) => {
    pending += piece.toString()
    for (let end = nextEnd(pending, isData); end > 0; end = nextEnd(pending, isData)) {
      const said = pending.slice(0, end)
      pending = pending.slice(end)
      if (isData) keep(to, said)
      to = /^RCPT TO:<(.*)>/i.exec(said)?.[1] ?? to
      isData = !isData && /^DATA/i.test(said)
      socket.write(isData ? '354 go on\r\n' : /^QUIT/i.test(said) ? '221 bye\r\n' : '250 ok\r\n')
    }
  })
}

// A command ends with its line, a mail with a line that is a dot.
function nextEnd(text: string, isData: boolean): number {
  const mark = isData ? '\r\n.\r\n' : '\r\n'
  const at = text.indexOf(mark)
  return at < 0 ? 0 : at + mark.length
}
