// bites: rules-are-pure
import { reply } from '../../platform/http/reply.ts'

export const decide = (): number => reply
