export { policyRoutes } from './policies.routes.ts'
export { findPolicyInForce, type PolicyInForce } from './policies.repository.ts'
