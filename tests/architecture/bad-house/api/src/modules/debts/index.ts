export const findDebt = (): number => 1
