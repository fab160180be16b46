/**
 * What a page of the site may load and run: its own files only, no script or style in the page itself. The search is WebAssembly,
 * which needs a word of its own. A page cannot forbid being framed by others; that takes a header (`headers.ts`).
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');
