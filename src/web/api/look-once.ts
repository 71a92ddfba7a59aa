/**
 * How a page asks for what is an act in the ledger to look at: once when somebody opens it, and again after a change that is made
 * there. None is taken without somebody looking: not when the window is turned to again, nor when the network comes back. Whoever
 * comes back to the page looks again, and finds it as it is then.
 */
export const lookOnce = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;
