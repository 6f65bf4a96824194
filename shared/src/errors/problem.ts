import { Type, type Static } from 'typebox'

/** RFC 9457, with a stable `code` and an `action`: what the reader can do now. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  action: Type.String(),
  requestId: Type.String(),
  error: Type.Optional(Type.String({ description: 'The same code where RFC 6749, section 5.2, looks for it; on the token endpoint' })),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        pointer: Type.String(),
        code: Type.String(),
        message: Type.String(),
        rule: Type.Optional(Type.String({ description: 'Where the law refuses: the id of its rule, its source, the limit and what was sent' })),
        source: Type.Optional(Type.String()),
        limit: Type.Optional(Type.String()),
        value: Type.Optional(Type.String()),
      }),
    ),
  ),
})
export type Problem = Static<typeof Problem>

/** What is wrong with one field: `pointer` is a JSON Pointer (RFC 6901) into the body. */
export type FieldError = NonNullable<Problem['errors']>[number]
