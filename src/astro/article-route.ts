/** The one route by which a build renders all articles. With a route for each, Astro would look every one of them up in a list of all. */

/** No page has this address: what the route shows depends on what it is told. */
export const articlePattern = '/article/';
export const articleComponent = 'src/theme/shells/Article.astro';
