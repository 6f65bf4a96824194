import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { lastLines, startGuarded } from '../embedded/guarded-process.ts'

const SOURCES = [
  'portal/src',
  'portal/public',
  'portal/index.html',
  'portal/vite.config.ts',
  'shared/src',
  'pnpm-lock.yaml',
]

/** Builds the portal where it is missing or older than its sources; answers the folder of the build. */
export async function ensurePortal(root: string, logDir: string): Promise<string> {
  const dist = join(root, 'portal/dist')
  const built = newestChange(join(dist, 'index.html'))
  const changed = Math.max(...SOURCES.map((source) => newestChange(join(root, source))))
  if (built < changed) await buildPortal(root, join(logDir, 'portal-build.log'))
  return dist
}

async function buildPortal(root: string, logFile: string): Promise<void> {
  const build = startGuarded({
    command: process.execPath,
    args: ['node_modules/vite/bin/vite.js', 'build'],
    cwd: join(root, 'portal'),
    env: process.env,
    logFile,
    orphanSignal: 'TERM',
  })
  if ((await build.exited) !== 0) throw new Error(`The portal could not be built:\n${lastLines(logFile)}`)
}

/** When something at `path` changed last, in milliseconds; 0 where there is nothing. */
function newestChange(path: string): number {
  if (!existsSync(path)) return 0
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}
