import { join } from 'node:path'
import { assertPortFree } from '../embedded/free-port.ts'
import { startGuarded } from '../embedded/guarded-process.ts'
import { untilAnswers } from '../embedded/until-answers.ts'
import { fileOf } from '../local-bank/pki/bank-papers.ts'
import type { House } from './house.ts'
import type { StartSettings } from './settings.ts'

/** The demo's bank: its page, and what the API and the worker must be told to hear its news. */
export interface BankPlace {
  bankUrl: string
  env: Record<string, string>
}

/** The local bank as a process of its own; none in production, nor where PIX_WEBHOOK_URL says that real banks come. */
export async function startBank(settings: StartSettings, house: House): Promise<BankPlace | null> {
  if (!settings.withBank) return null
  const { bankPort, bankApiPort, webhookPort, dataDir, logDir } = settings
  await assertPortFree(bankPort, 'BANK_PORT')
  await assertPortFree(bankApiPort, 'BANK_API_PORT')
  await assertPortFree(webhookPort, 'PIX_WEBHOOK_PORT')
  const logFile = join(logDir, 'bank.log')
  const bank = startGuarded({
    command: process.execPath,
    args: ['scripts/local-bank/main.ts'],
    cwd: settings.root,
    env: { ...process.env, DATA_DIR: dataDir, BANK_PORT: String(bankPort), BANK_API_PORT: String(bankApiPort) },
    logFile,
    orphanSignal: 'TERM',
  })
  await house.keep(() => bank.stop('SIGTERM', 5_000))
  await untilAnswers(`http://127.0.0.1:${bankPort}/`, bank, 'The local bank', logFile)
  house.watch('The local bank', bank.exited)
  const bankUrl = `http://localhost:${bankPort}`
  return { bankUrl, env: { DEMO_BANK_URL: bankUrl, ...doorFor(join(dataDir, 'bank'), webhookPort) } }
}

// The door that the API opens for the bank's news, with papers of the bank's own authority.
function doorFor(papers: string, port: number): Record<string, string> {
  return {
    PIX_WEBHOOK_URL: `https://localhost:${port}`,
    PIX_WEBHOOK_PORT: String(port),
    PIX_WEBHOOK_KEY_FILE: fileOf(papers, 'customerDoor', 'key'),
    PIX_WEBHOOK_CERTIFICATE_FILE: fileOf(papers, 'customerDoor', 'certificate'),
    PIX_WEBHOOK_CLIENT_CA_FILE: fileOf(papers, 'authority', 'certificate'),
  }
}
