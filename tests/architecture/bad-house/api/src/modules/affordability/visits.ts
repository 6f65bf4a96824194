// bites: arrows-of-affordability
import { surprise } from '../surprises/index.ts'

export const visit = surprise
