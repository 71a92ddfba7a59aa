/** How a page speaks to the server while it sends what was sealed; the tests speak to it in their own way. */
export interface Transport {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  /** Sends bytes as the one file of a form. */
  piece<T>(path: string, bytes: Blob): Promise<T>;
}
