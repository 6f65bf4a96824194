export { choiceRoutes } from './choices/choices.routes.ts'
export type { MessageDraft, StillWanted } from './message-draft.ts'
export { queueMessages } from './queue-messages.ts'
