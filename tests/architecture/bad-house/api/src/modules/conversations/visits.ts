// bites: arrows-of-conversations
import { surprise } from '../surprises/index.ts'

export const visit = surprise
