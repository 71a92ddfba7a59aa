export { appeals, callbacks, workOrders } from './registers/appeals.ts';
export { categories, channels, demandCategories } from './registers/catalogues.ts';
export { demands, governanceEvents } from './registers/demands.ts';
export { letters } from './registers/letters.ts';
