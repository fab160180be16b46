/** What code calls that an attack gets to run. */
export const call = 'pwned()';
