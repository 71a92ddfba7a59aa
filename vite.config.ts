import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const web = resolve(import.meta.dirname, 'src/web');

/**
 * Two sites from one build: the workbench (`dist/web/workbench/index.html`, served under /) and the public site
 * (`dist/web/public/index.html`, served under /public/). Both find their files under /assets/.
 */
export default defineConfig({
  root: web,
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    // The content security policy allows no inline script, so no module is inlined as a data address either.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_600,
    rolldownOptions: {
      input: { workbench: resolve(web, 'workbench/index.html'), public: resolve(web, 'public/index.html') },
    },
  },
});
