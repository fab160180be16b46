/// <reference types="astro/client" />

declare module 'virtual:languedocs/homes' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  interface Home {
    readonly default: AstroComponentFactory;
    readonly frontmatter: { readonly title?: string; readonly description?: string };
  }

  /** By locale tag. */
  const homes: Readonly<Record<string, Home | undefined>>;
  export default homes;
}
