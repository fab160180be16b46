import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';

export const app = createApp();
export const staticPaths = new StaticPaths(app);
