interface Db {
  transaction(work: () => void): void
}

export function write(db: Db): void {
  db.transaction(() => undefined) // bites: no-restricted-syntax
}
