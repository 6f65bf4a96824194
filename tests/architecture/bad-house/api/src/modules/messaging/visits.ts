// bites: arrows-of-messaging
import { surprise } from '../surprises/index.ts'

export const visit = surprise
