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

declare module 'virtual:languedocs/icon' {
  const icon: import('./astro/icon.ts').Icon | undefined;
  export default icon;
}

declare namespace App {
  type Rendering = import('./theme/rendering.ts').Rendering;

  interface Locals extends Rendering {
    /** Where an article is shown: which. A build has one route for all of them, and Astro nothing to look up. */
    article?: import('./astro/templates-entry.ts').ShownArticle;
  }
}
