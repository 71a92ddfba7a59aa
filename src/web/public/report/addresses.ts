/** Where the door of public reports answers. */
export const addresses = {
  door: '/api/public/reports/door',
  challenge: '/api/public/reports/challenge',
  reports: '/api/public/reports',
  ask: '/api/public/reports/ask',
  texts: '/api/public/reports/texts',
  uploads: '/api/public/reports/uploads',
} as const;
