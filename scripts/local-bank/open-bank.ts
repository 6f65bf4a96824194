import { once } from 'node:events'
import { join } from 'node:path'
import type { Server } from 'node:net'
import { createClock, type Clock } from '@repactua/api/platform/clock.ts'
import { settleDue } from './automatic/settle-due.ts'
import { makeBank } from './bank.ts'
import type { Watch } from './exchange.ts'
import type { Addresses } from './faults/local-routes.ts'
import { openPageDoor } from './doors/page-door.ts'
import { openPixDoor } from './doors/pix-door.ts'
import { bankPapers } from './pki/bank-papers.ts'
import { openPostOffice } from './webhooks/post-office.ts'

/** How often the bank looks for what the day asks for. */
const DAY_CHECK_MS = 1_000

export interface BankOptions {
  /** Holds the papers and, unless the bank only remembers, the state. */
  folder: string
  /** True keeps the state from one start to the next. */
  kept: boolean
  /** True does by itself what a day asks for, such as debits; otherwise only on a tester's word. */
  runsDays: boolean
  /** 0 lets the system choose. */
  pagePort: number
  apiPort: number
  clock?: Clock
  /** Sees every request of the Pix API with its answer. */
  watch?: Watch
}

export interface OpenBank extends Addresses {
  pageUrl: string
  close(): Promise<void>
}

/** Opens the bank's two doors on loopback: the Pix API, and the people's page with the knobs. */
export async function openBank({ folder, kept, runsDays, pagePort, apiPort, clock = createClock(), watch = () => undefined }: BankOptions): Promise<OpenBank> {
  const papers = await bankPapers(folder, clock.now())
  const bank = makeBank({ stateFile: kept ? join(folder, 'state.json') : null, clock, papers, watch })
  const office = openPostOffice(bank)
  const day = setInterval(() => void (runsDays && settleDue(bank) && bank.keep()), DAY_CHECK_MS)
  const pix = openPixDoor(bank)
  const api = `https://localhost:${await listen(pix, apiPort)}`
  const addresses = { baseUrl: `${api}/api`, tokenUrl: `${api}/oauth/token` }
  const page = openPageDoor({ bank, office, addresses })
  const pageUrl = `http://localhost:${await listen(page, pagePort)}`
  const close = async (): Promise<void> => {
    office.close()
    clearInterval(day)
    await Promise.all([page, pix].map(shut))
  }
  return { ...addresses, pageUrl, close }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

function shut(server: Server & { closeAllConnections(): void }): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
