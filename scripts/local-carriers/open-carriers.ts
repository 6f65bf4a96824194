import { once } from 'node:events'
import { join } from 'node:path'
import type { Server } from 'node:http'
import { createClock, type Clock } from '@repactua/api/platform/clock.ts'
import { makeCarriers } from './carriers.ts'
import { openDoor } from './doors/door.ts'
import { readState, writeState } from './state.ts'
import { openPostOffice } from './webhooks/post-office.ts'

/** How soon after a change the state is kept: not at each of a thousand messages. */
const KEEP_MS = 250

export interface CarriersOptions {
  /** Where the state is kept; null where it is only remembered. */
  folder: string | null
  /** 0 lets the system choose. */
  port: number
  mailUrl: string | null
  /** True approves each template by itself. */
  reviews: boolean
  clock?: Clock
}

export interface OpenCarriers {
  url: string
  close(): Promise<void>
}

/** Opens the carriers' door on loopback: protocols, page and knobs. */
export async function openCarriers({ folder, port, mailUrl, reviews, clock = createClock() }: CarriersOptions): Promise<OpenCarriers> {
  const file = folder === null ? null : join(folder, 'state.json')
  const state = readState(file)
  let isTouched = false
  const keep = (): void => {
    if (isTouched && file !== null) writeState(file, state)
    isTouched = false
  }
  const carriers = makeCarriers({ state, clock, mailUrl, reviews, touch: () => (isTouched = true) })
  const office = openPostOffice(carriers)
  const rounds = setInterval(keep, KEEP_MS)
  let url = ''
  const door = openDoor(() => ({ carriers, office, baseUrl: url }))
  url = `http://localhost:${await listen(door, port)}`
  const close = async (): Promise<void> => {
    office.close()
    clearInterval(rounds)
    keep()
    await new Promise<void>((resolve) => {
      door.close(() => resolve())
      door.closeAllConnections()
    })
  }
  return { url, close }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
