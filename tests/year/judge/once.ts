import type { Breach, Sent } from './send-log.ts'

/** A step as the house has it in its books. */
export interface Step {
  step: string
  /** Whether the house says that it went out, and if not, why; null where it says that it cannot know. */
  wentOut: boolean | null
  why: string
}

/** Steps that went out twice, that went out though the books say otherwise, and that the books only believe to have gone. */
export function notOnce(log: readonly Sent[], steps: readonly Step[]): Breach[] {
  const sent = Map.groupBy(log, ({ step }) => step)
  const books = new Map(steps.map((one) => [one.step, one]))
  const doubled = [...sent.values()].filter((those) => those.length > 1).map((those) => ({ rule: 'doubled', sent: those, why: those.map(({ channel }) => channel).join(', ') }))
  const strays = [...sent].filter(([step]) => (books.has(step) ? books.get(step)!.wentOut === false : true)).map(([step, those]) => ({ rule: 'not-in-the-books', sent: those, why: books.get(step)?.why ?? step }))
  const lost = steps.filter(({ step, wentOut }) => wentOut === true && !sent.has(step)).map(({ step }) => ({ rule: 'lost', sent: [], why: step }))
  const unexplained = steps.filter(({ wentOut, why }) => wentOut === false && why === '').map(({ step }) => ({ rule: 'unexplained', sent: [], why: step }))
  return [...doubled, ...strays, ...lost, ...unexplained]
}
