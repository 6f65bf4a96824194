import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { OpenCarrier, Outgoing, SendOutcome } from '@repactua/api/modules/channels/index.ts'

type Step = SendOutcome | 'lost' | 'dies'

/**
 * Carriers that do as a test says: next what stands in `script`, otherwise they accept. `lost` takes the message and gives no
 * answer; `dies` never comes back, as for a worker that was killed.
 */
export interface ScriptedCarriers {
  /** What each channel's provider really has, in the order in which it came. */
  taken: { channel: Channel; outgoing: Outgoing }[]
  calls: number
  script: Step[]
  /** Channels whose provider tells what it has. */
  canTell: Set<Channel>
  /** Channels without an account, and those whose provider is down. */
  closed: Set<Channel>
  broken: Set<Channel>
  ratePerSecond: number
  carrierFor(creditorId: string, channel: Channel): Promise<OpenCarrier | null>
}

export function scriptedCarriers(): ScriptedCarriers {
  const carriers: ScriptedCarriers = { taken: [], calls: 0, script: [], canTell: new Set(), closed: new Set(), broken: new Set(), ratePerSecond: 1_000, carrierFor: async (_creditorId, channel) => (carriers.closed.has(channel) ? null : open(channel)) }
  return carriers

  function open(channel: Channel): OpenCarrier {
    const find = async ({ attemptId }: Outgoing) => (carriers.taken.some(({ outgoing }) => outgoing.attemptId === attemptId) ? accepted(attemptId) : null)
    const tells = carriers.canTell.has(channel) ? { find } : {}
    return { line: `test:${channel}`, ratePerSecond: carriers.ratePerSecond, carrier: { send: (outgoing) => send(channel, outgoing), ...tells } }
  }

  async function send(channel: Channel, outgoing: Outgoing): Promise<SendOutcome> {
    carriers.calls += 1
    if (carriers.broken.has(channel)) return { kind: 'down' }
    const step = carriers.script.shift() ?? accepted(outgoing.attemptId)
    if (step === 'dies') return new Promise(() => undefined)
    if (step !== 'lost' && step.kind !== 'accepted') return step
    carriers.taken.push({ channel, outgoing })
    return step === 'lost' ? { kind: 'in_doubt' } : accepted(outgoing.attemptId)
  }
}

function accepted(attemptId: string): SendOutcome {
  return { kind: 'accepted', providerMessageId: `provider-${attemptId}` }
}
