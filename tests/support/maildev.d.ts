declare module 'maildev/lib/mailserver.js' {
  import type { Server } from 'node:net'

  export interface StoredMail {
    subject: string
    text?: string
    html?: string
    headers: Record<string, string>
    envelope: { to: { address: string }[] }
  }
  interface MailServer {
    store: StoredMail[]
    smtp: Server
    create(port: number, host: string, mailDir: string): void
    listen(): Promise<void>
    close(callback: () => void): void
    on(event: 'new', listener: (mail: StoredMail) => void): void
    off(event: 'new', listener: (mail: StoredMail) => void): void
  }
  const server: MailServer
  export default server
}

declare module 'maildev/lib/logger.js' {
  const logger: { setLevel(level: 0 | 1 | 2): void }
  export default logger
}
