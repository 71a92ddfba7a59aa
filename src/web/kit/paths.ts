/** All addresses of the workbench's own pages, in one place. Pages of modules say theirs in `modules/pages.ts`. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  password: '/password',
  registers: '/registers',
  register: (name: string) => `/registers/${encodeURIComponent(name)}`,
  record: (name: string, record: string) => `/registers/${encodeURIComponent(name)}/${record}`,
  imports: '/imports',
  import: (id: string) => `/imports/${id}`,
  figures: '/figures',
  figure: (id: string) => `/figures/${encodeURIComponent(id)}`,
  ledger: '/ledger',
  accounts: '/accounts',
  account: '/account',
  bulletins: '/bulletins',
  bulletin: (id: string) => `/bulletins/${id}`,
} as const;
