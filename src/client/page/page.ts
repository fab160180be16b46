/** What a page does beyond being read. Everything works without it, only less comfortably. */
import { attachArrival } from './arrival.ts';
import { attachCopyButtons } from './copy.ts';
import { attachLanguages } from './languages.ts';
import { attachLinks } from './links.ts';
import { attachOffer } from './offer.ts';
import { attachOriginal } from './original/original.ts';
import { attachPreferences } from './preferences.ts';
import { attachSearchForms } from './search-form.ts';
import { attachSteps } from './steps.ts';
import { attachTabs } from './tabs.ts';
import { attachToast } from './toast.ts';
import { attachToc } from './toc.ts';

attachPreferences();
attachSearchForms();
attachLanguages();
attachTabs();
// Before the contents, which make room for it.
attachOriginal();
attachToc();
attachCopyButtons();
attachToast();
attachSteps();
attachLinks();
attachArrival();
// A page without the offer is as good.
attachOffer().catch(() => undefined);
