/** Lists by ISO 639-3 codes, without the package's function of the name `removeStopwords`, which is not used here. */
declare module 'stopword' {
  const lists: Readonly<Record<string, readonly string[]>>;
  export = lists;
}
