// bites: only-repositories-speak-sql
import { sql } from 'drizzle-orm'

export const query = sql
