/** Tells the preview what this page shows, so that it is loaded again only where it would be different. */
import { changedEvent, digestName, type Shown, showsEvent } from '../open-page.ts';

/** @param onChange runs where something has been saved that leaves this page as it is */
export function watchPage(onChange: () => void): void {
  const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // A page whose digest the browser does not tell is loaded again after every edit.
  const digest = loaded?.serverTiming.find(({ name }) => name === digestName)?.description ?? '';
  const asked = performance.timeOrigin + (loaded?.requestStart ?? 0);
  import.meta.hot?.send(showsEvent, { path: location.pathname, digest, asked } satisfies Shown);
  import.meta.hot?.on(changedEvent, onChange);
}
