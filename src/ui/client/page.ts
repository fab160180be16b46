/** What a page does beyond being read. Everything works without it, only less comfortably. */
import { attachCopyButtons } from './copy.ts';
import { attachLanguages } from './languages.ts';
import { attachSearchForms } from './search.ts';
import { attachTabs } from './tabs.ts';
import { attachThemeToggle } from './theme.ts';
import { attachToc } from './toc.ts';

attachThemeToggle();
attachSearchForms();
attachLanguages();
attachTabs();
attachToc();
attachCopyButtons();
