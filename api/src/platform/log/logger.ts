import { pino, type DestinationStream, type Logger } from 'pino'

export type { Logger }

/** JSON lines without anything personal: no bodies, no query strings, no addresses of pages that did not match. */
export function createLogger(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  const serializers = { err: describeError, error: describeError }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, destination)
}

// A message of the database may quote values of the row it refused: only its kind and place are kept.
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
  return {
    type: error.constructor.name,
    code,
    constraint,
    message: fromDatabase || error.cause ? undefined : error.message,
    stack: error.stack?.split('\n').filter((line) => line.startsWith('    at ')).slice(0, 8),
    cause: error.cause ? describeError(error.cause) : undefined,
  }
}
