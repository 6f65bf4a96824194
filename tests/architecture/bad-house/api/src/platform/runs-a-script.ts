// bites: scripts-are-the-roof
import { run } from '../../../scripts/run.ts'

export const ran = run
