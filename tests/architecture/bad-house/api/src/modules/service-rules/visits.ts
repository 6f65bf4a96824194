// bites: arrows-of-service-rules
import { surprise } from '../surprises/index.ts'

export const visit = surprise
