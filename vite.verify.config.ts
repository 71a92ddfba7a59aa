import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const root = resolve(import.meta.dirname, 'src/web/verify');

/** Puts script and style into the page itself: browsers load no module from a `file://` address. */
const oneFile: Plugin = {
  name: 'one-file',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['index.html'];
    if (page?.type !== 'asset') throw new Error('the page was not built');
    let html = String(page.source);
    for (const [name, file] of Object.entries(bundle)) {
      if (file.type === 'chunk') {
        // `</script` inside a string would end the element; a replacer function keeps `$&` in the code as it is.
        const code = file.code.replaceAll('</script', '<\\/script');
        html = html.replace(/<script[^>]* src="[^"]*"[^>]*><\/script>/, '');
        html = html.replace('</body>', () => `<script type="module">${code}</script></body>`);
      } else if (name.endsWith('.css')) {
        html = html.replace(/<link[^>]* rel="stylesheet"[^>]*>/, () => `<style>${String(file.source)}</style>`);
      } else continue;
      delete bundle[name];
    }
    page.source = html;
  },
};

/** The offline check (`dist/web/verify/index.html`): one file without a server, handed out as it is. */
export default defineConfig({
  root,
  base: './',
  publicDir: false,
  plugins: [oneFile],
  build: {
    outDir: resolve(import.meta.dirname, 'dist/web/verify'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
  },
});
