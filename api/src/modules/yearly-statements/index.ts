export { giveStatements } from './give-statements.ts'
export { yearlyStatementRoutes } from './yearly-statements.routes.ts'
