import { randomBytes } from 'node:crypto'
import type { IdKind } from '@repactua/shared/contract/common.ts'

/** Makes a UUIDv7 (RFC 9562): ids sort by the time of their making. */
export function newUuid(now: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The least UUIDv7 of an instant: what was made before has a lesser id, what is made from then on none lesser. */
export function firstUuidAt(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}

/** An id as others see it, with its kind in front: debt_0192f3c1-... */
export function showId(kind: IdKind, uuid: string): string {
  return `${kind}_${uuid}`
}

/** The UUID inside a shown id. The schema of the route has checked its kind. */
export function readId(shown: string): string {
  return shown.slice(shown.indexOf('_') + 1)
}
