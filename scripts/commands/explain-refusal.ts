import { AppError } from '@repactua/api/platform/errors/app-error.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'

/** Runs a command; a refusal ends the program with its words instead of a stack. */
export async function explainRefusal<T>(command: () => Promise<T>): Promise<T> {
  try {
    return await command()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { title, action } = ERROR_TEXTS[error.code]
    console.error([`${title} ${action}`, ...(error.details.errors ?? []).map(({ pointer, message }) => `${pointer}: ${message}`)].join('\n'))
    process.exit(1)
  }
}
