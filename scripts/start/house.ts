/** Everything that was started, so that it can be stopped in the opposite order. */
export interface House {
  /** Settles once somebody asked to stop, with the code this program is to end with. */
  readonly closing: Promise<number>
  /** Remembers how to stop something; stops it at once when the house is closing already. */
  keep(stop: () => Promise<void>): Promise<void>
  /** Ends the house when something in it ends by itself. */
  watch(name: string, exited: Promise<number>): void
  /** Tells what went wrong and ends the house, unless it is ending already. */
  fail(message: string): void
  close(code: number): void
  /** Stops everything, last started first. */
  stopAll(): Promise<void>
}

export function openHouse(): House {
  const stops: (() => Promise<void>)[] = []
  let closed = false
  let settle: (code: number) => void = () => undefined
  const closing = new Promise<number>((resolve) => (settle = resolve))
  const house: House = {
    closing,
    async keep(stop) {
      if (closed) await stop()
      else stops.push(stop)
    },
    watch(name, exited) {
      void exited.then((code) =>
        house.fail(`${name} ended by itself (code ${code}). Its log is in the folder "logs" of the data.`),
      )
    },
    fail(message) {
      if (!closed) console.error(`\n${message}`)
      house.close(1)
    },
    close(code) {
      closed = true
      settle(code)
    },
    async stopAll() {
      for (const stop of stops.splice(0).reverse()) await stop()
    },
  }
  return house
}
