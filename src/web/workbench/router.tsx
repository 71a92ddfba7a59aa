import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { CrashNotice } from '../kit/CrashNotice.tsx';
import { Loading } from '../kit/Loading.tsx';
import { paths } from '../kit/paths.ts';
import { Desk } from './layout/Desk.tsx';
import { NoSuchPage } from './layout/NoSuchPage.tsx';
import { reached } from './reached.ts';
import { pages } from './table-of-pages.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NoSuchPage });

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  component: lazyRouteComponent(reached(() => import('./pages/SignInPage.tsx'))),
});

const password = createRoute({
  getParentRoute: () => root,
  path: paths.password,
  component: lazyRouteComponent(reached(() => import('./pages/PasswordPage.tsx'))),
});

/** Everything behind the sign-in stands inside the desk: header, menu, and the guard. */
const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Desk, notFoundComponent: NoSuchPage });

const inside = pages.map(({ path, load }) =>
  createRoute({ getParentRoute: () => desk, path, component: lazyRouteComponent(reached(load)) }),
);

export const router = createRouter({
  routeTree: root.addChildren([signIn, password, desk.addChildren(inside)]),
  // Something on its way is said: a first page on a slow line is not empty, and a tap that takes a while is answered.
  defaultPendingComponent: Loading,
  defaultPendingMinMs: 0,
  defaultErrorComponent: CrashNotice,
  defaultNotFoundComponent: NoSuchPage,
  scrollRestoration: true,
});
