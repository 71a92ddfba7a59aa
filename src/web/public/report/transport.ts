/** How the reporter's pages speak to the server; the tests speak to it in their own way. */
export interface Transport {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** Sends bytes as the one file of a form. */
  piece<T>(path: string, bytes: Blob): Promise<T>;
}

export const addresses = {
  door: '/api/public/reports/door',
  challenge: '/api/public/reports/challenge',
  reports: '/api/public/reports',
  ask: '/api/public/reports/ask',
  texts: '/api/public/reports/texts',
  uploads: '/api/public/reports/uploads',
  upload: (upload: string): string => `/api/public/reports/uploads/${upload}`,
  piece: (upload: string, at: number): string => `/api/public/reports/uploads/${upload}?at=${at}`,
} as const;
