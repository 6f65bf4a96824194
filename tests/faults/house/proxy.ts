import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../../scripts/demo/random.ts'

/** A wire to the database that can be cut, slowed down or swallowed. */
export interface Proxy {
  readonly port: number
  /** From now on no byte arrives, in either direction, and nobody is told: the network went dark. */
  goDark(): void
  delay(milliseconds: number): void
  /** Resets the connection instead of carrying a piece, so often in a thousand. */
  resetSome(perMille: number): void
  /** As at the beginning. What was swallowed stays lost, so connections of the dark time end. */
  heal(): void
  close(): void
}

export async function startProxy(target: number, random: Random): Promise<Proxy> {
  const weather = { dark: false, delayMs: 0, resetPerMille: 0 }
  const wires = new Set<Wire>()
  const server = createServer({ allowHalfOpen: false }, (near) => {
    const far = connect(target, '127.0.0.1')
    const wire: Wire = { near, far, hasLost: false }
    wires.add(wire)
    carry(wire, near, far)
    carry(wire, far, near)
  })
  function carry(wire: Wire, from: Socket, to: Socket): void {
    const end = () => {
      wires.delete(wire)
      from.destroy()
      to.destroy()
    }
    let last = Promise.resolve()
    from.setNoDelay(true)
    from.on('error', end).on('close', () => (weather.dark ? (wire.hasLost = true) : void last.then(end)))
    from.on('data', (piece: Buffer) => {
      if (weather.dark) return (wire.hasLost = true)
      if (random.whole(1, 1_000) <= weather.resetPerMille) return wire.near.resetAndDestroy()
      const wait = weather.delayMs
      last = last.then(() => (wait ? pause(wait) : undefined)).then(() => void (to.writable && to.write(piece)))
    })
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as { port: number }).port,
    goDark: () => void (weather.dark = true),
    delay: (milliseconds) => void (weather.delayMs = milliseconds),
    resetSome: (perMille) => void (weather.resetPerMille = perMille),
    heal() {
      Object.assign(weather, { dark: false, delayMs: 0, resetPerMille: 0 })
      for (const wire of wires) if (wire.hasLost) destroy(wire)
    },
    close() {
      server.close()
      for (const wire of wires) destroy(wire)
    },
  }
}

interface Wire {
  near: Socket
  far: Socket
  /** A byte, or a farewell, never arrived: what follows would make no sense. */
  hasLost: boolean
}

function destroy({ near, far }: Wire): void {
  near.destroy()
  far.destroy()
}
