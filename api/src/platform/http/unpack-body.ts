import type { IncomingMessage } from 'node:http'
import { createGunzip } from 'node:zlib'
import { AppError } from '../errors/app-error.ts'

/**
 * The bytes of a streamed body, unpacked where they came in gzip. A reader that stops early leaves the connection open,
 * so that the refusal still reaches the sender; what is left of the body is then read and thrown away.
 */
export async function* unpackBody(body: IncomingMessage): AsyncGenerator<Buffer> {
  const content = isGzip(body) ? unzip(body) : body
  try {
    for await (const chunk of content.iterator({ destroyOnReturn: false })) yield chunk as Buffer
  } catch (error) {
    throw isBadGzip(error) ? badGzip() : error
  } finally {
    body.unpipe()
    body.resume()
  }
}

function isGzip({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'gzip' && encoding !== 'identity') throw new AppError('unsupported_media_type', { detail: 'Content-Encoding: só gzip, ou nenhum.' })
  return encoding === 'gzip'
}

// By hand and not by pipeline(), which would close the connection together with a broken archive.
function unzip(body: IncomingMessage) {
  const gunzip = createGunzip()
  body.on('error', (error) => gunzip.destroy(error))
  return body.pipe(gunzip)
}

function isBadGzip(error: unknown): boolean {
  return error instanceof Error && /^Z_/.test((error as { code?: string }).code ?? '')
}

function badGzip(): AppError {
  const errors = [{ pointer: '', code: 'invalid_gzip', message: 'O arquivo gzip está incompleto ou com defeito.' }]
  return new AppError('invalid_request', { errors })
}
