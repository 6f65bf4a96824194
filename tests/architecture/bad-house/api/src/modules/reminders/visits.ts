// bites: arrows-of-reminders
import { surprise } from '../surprises/index.ts'

export const visit = surprise
