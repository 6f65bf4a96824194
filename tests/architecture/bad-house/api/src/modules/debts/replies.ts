// bites: use-cases-know-no-http
import { reply } from '../../platform/http/reply.ts'

export const answer = reply
