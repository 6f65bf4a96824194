import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'

export interface RefusalDetails {
  detail?: string
  errors?: readonly FieldError[]
  retryAfterSeconds?: number
}

/** A refusal that was expected: the one error mapper turns its code into an answer. A bug throws a plain Error. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: RefusalDetails

  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
