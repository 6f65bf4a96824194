// bites: arrows-of-webhooks
import { surprise } from '../surprises/index.ts'

export const visit = surprise
