import { lackOf, stepOn, type Event, type State, type Step } from '../../core/conversation/machine.ts'
import { writeReply, type ReplyKey } from '../../core/conversation/replies.ts'
import { ACTS } from './acts/acts.ts'
import { addMessage } from './add-message.ts'
import { answerTime } from './answer-time.ts'
import { countAnswers } from './messages.repository.ts'
import { knownIn, type Turn } from './turn.ts'

/** More steps than any sentence takes: asked, identified, resumed, found, told. */
const MOST_STEPS = 8

/** More answers in an hour than a person has use for. Another machine would go on for ever. */
const MOST_ANSWERS = 20
const HOUR_MS = 3_600_000

/** Walks the machine's table from what was heard, does each step's act and answers. The last step's reply is the one that is sent, unless the hour has had its answers. */
export async function converse(turn: Turn): Promise<void> {
  const { thread, heard } = turn
  const before = thread.state
  let event: Event | null = heard.event
  let reply: ReplyKey | null = null
  for (let steps = 0; event !== null && steps < MOST_STEPS; steps += 1) {
    const step = stepOf(turn, event)
    const next = step.act ? await ACTS[step.act](turn) : null
    enter(turn, step, before)
    reply = step.reply ?? reply
    event = next
  }
  thread.unknowns = heard.event === 'unknown' ? thread.unknowns + 1 : 0
  if (reply && !(await isTalkedOut(turn))) await addMessage(turn.work, thread, { author: 'machine', text: replyOf(turn, reply) })
}

// What a step lacks is asked for first, and what was wanted is kept until then.
function stepOf(turn: Turn, event: Event): Step {
  const step = stepOn(turn.thread.state, event)
  const lack = lackOf(step.needs, knownIn(turn))
  if (lack === null) return step
  if (lack === 'needs_identity') turn.thread.pending = { event, day: turn.heard.day }
  return stepOn(turn.thread.state, lack)
}

function enter({ thread, work }: Turn, { to }: Step, before: State): void {
  if (to !== 'same') thread.state = to
  if (thread.state === 'waiting' && before !== 'waiting' && before !== 'with_person') thread.waitingSince = work.clock.now()
  if (thread.state !== 'waiting' && thread.state !== 'with_person') Object.assign(thread, { waitingSince: null, waitingFor: null, alarmedAt: null, claimedBy: null, claimedUntil: null })
}

async function isTalkedOut({ work, thread }: Turn): Promise<boolean> {
  return (await countAnswers(work.tx, thread, new Date(work.clock.now().getTime() - HOUR_MS))) >= MOST_ANSWERS
}

function replyOf({ work, creditor, thread, site, values }: Turn, key: ReplyKey): string {
  const link = values['link'] ?? `${site}/dividas`
  return writeReply(thread.language, key, { creditor: creditor.tradeName, site, when: answerTime(work.clock, thread.language), ...values, link })
}
