// bites: arrows-of-policies
import { surprise } from '../surprises/index.ts'

export const visit = surprise
