import type { SettingsInput } from '@repactua/shared/contract/creditors.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { SettingsRecord } from './settings.repository.ts'

export interface Asking {
  clientId: string
  at: Date
}

/**
 * The settings after a change. Four eyes take four eyes to end: the first client asks, another one who asks the same ends
 * them, the same one is refused. To set them on again takes the asking back.
 */
export function changeOf(settings: SettingsRecord, { fourEyesPublishing, shortToleranceCents, ...others }: SettingsInput, by: Asking): Result<SettingsRecord, ErrorCode> {
  const changed = { ...settings, ...others, shortToleranceCents: shortToleranceCents === undefined ? settings.shortToleranceCents : BigInt(shortToleranceCents) }
  if (fourEyesPublishing === undefined) return ok(changed)
  if (fourEyesPublishing || !settings.fourEyesPublishing) return ok({ ...changed, ...fourEyes(fourEyesPublishing) })
  if (settings.fourEyesEndAskedBy === null) return ok({ ...changed, fourEyesEndAskedBy: by.clientId, fourEyesEndAskedAt: by.at })
  return settings.fourEyesEndAskedBy === by.clientId ? err('second_client_needed') : ok({ ...changed, ...fourEyes(false) })
}

function fourEyes(on: boolean): Pick<SettingsRecord, 'fourEyesPublishing' | 'fourEyesEndAskedBy' | 'fourEyesEndAskedAt'> {
  return { fourEyesPublishing: on, fourEyesEndAskedBy: null, fourEyesEndAskedAt: null }
}
