/** Ends a start that failed with its message alone: who operates it needs the mistake, not the stack. */
export function tellAndExit(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
