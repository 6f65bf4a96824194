export { simulationRoutes } from './simulations.routes.ts'
export { runSimulation } from './run-simulation.ts'
export { forgetSimulations } from './forget-simulations.ts'
