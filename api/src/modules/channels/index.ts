export { carrierFor } from './carrier-for.ts'
export type { Carrier, Channel, ChannelContent, InboundMessage, OpenCarrier, Outgoing, Receipt, SendOutcome } from './carrier.ts'
