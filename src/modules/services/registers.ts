export { centres, platformFeatures, platforms } from './registers/platforms.ts';
export { cases, codes, items, tickets, windows } from './registers/window.ts';
