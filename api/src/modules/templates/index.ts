export { findTemplate, findTemplates } from './find-template.ts'
export { channelsOf, renderMessage } from './render-message.ts'
export type { MessageTemplate, MessageValues, RenderedMessage } from './message-template.ts'
