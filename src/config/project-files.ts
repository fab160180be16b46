/** Files and folders of a project that its site may be made of, besides the articles. */
export const projectFiles = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];
