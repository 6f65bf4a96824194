import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrateDatabase } from '@repactua/api/platform/db/migrate.ts'
import { QUEUES } from '@repactua/api/platform/jobs/queues.ts'
import { ensureOwnerDatabase, urlOf } from '../../scripts/embedded/owner-database.ts'
import { startThrowawayPostgres } from '../../scripts/embedded/throwaway-postgres.ts'

/** What test files need to clone the template; `database()` in database.ts is the way to it. */
export interface TestServer {
  adminUrl: string
  ownerUrl: string
  appUrl: string
  template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/** One server and one migrated template for the whole run, whatever number of projects asks. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (memory.repactuaTestServer ??= { users: 0, started: startServer() })
  shared.users += 1
  const { server } = await shared.started
  project.provide('testServer', server)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete memory.repactuaTestServer
    await (await shared.started).stop()
  }
}

interface StartedServer {
  server: TestServer
  stop: () => Promise<void>
}

// Each project loads this file anew; the process is what they have in common.
const memory = globalThis as { repactuaTestServer?: { users: number; started: Promise<StartedServer> } }

async function startServer(): Promise<StartedServer> {
  const external = process.env['DATABASE_URL']
  const home = external ? { adminUrl: external, stop: async () => undefined } : await startThrowawayPostgres()
  try {
    const template = `repactua_template_${randomBytes(6).toString('hex')}`
    const ownerUrl = await makeTemplate(home.adminUrl, template, external !== undefined)
    const { appUrl } = await migrateDatabase({
      ownerUrl,
      appPassword: 'app-password-for-tests',
      migrationsDir: join(import.meta.dirname, '../../migrations'),
      queues: QUEUES,
    })
    const stop = async () => {
      await dropDatabase(home.adminUrl, template)
      await home.stop()
    }
    return { server: { adminUrl: home.adminUrl, ownerUrl, appUrl, template }, stop }
  } catch (error) {
    await home.stop()
    throw error
  }
}

async function makeTemplate(adminUrl: string, template: string, isExternal: boolean): Promise<string> {
  if (!isExternal) return ensureOwnerDatabase(adminUrl, template, 'owner-password-for-tests')
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`create database ${template}`)
  await admin.end()
  return urlOf(adminUrl, { database: template })
}

async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`drop database if exists ${database} with (force)`)
  await admin.end()
}
