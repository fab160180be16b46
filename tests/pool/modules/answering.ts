/** What the tests of threads and processes run: answers with what it is given, or throws it. */
export default function answer({ fails, word }: { fails: boolean; word: string }): string {
  if (fails) throw new Error(word);
  return `${word}!`;
}
