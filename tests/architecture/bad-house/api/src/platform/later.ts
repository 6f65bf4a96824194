export type Later = () => Promise<void>
export type Other = number
