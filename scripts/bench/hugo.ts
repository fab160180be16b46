/** The same articles as a project for Hugo, with one plain layout. Pagefind makes the search index from what Hugo writes. */
import { localeOf } from '../../src/core/locales.ts';
import { localesOf, mainLocale, markdownFile, type PeerFile, type PlainArticle } from './articles.ts';

/** All files of the project. */
export function hugoFiles(articles: readonly PlainArticle[]): PeerFile[] {
  return [
    { path: 'config.toml', text: configuration(articles) },
    { path: 'layouts/_default/baseof.html', text: page },
    { path: 'layouts/_default/single.html', text: article },
    { path: 'layouts/_default/list.html', text: list },
    ...articles.map((item) => markdownFile(`content/${localeOf(item.locale).path}`, item)),
  ];
}

function configuration(articles: readonly PlainArticle[]): string {
  const lines = [
    'baseURL = "https://help.example/"',
    'title = "Help"',
    `defaultContentLanguage = "${localeOf(mainLocale(articles)).path}"`,
    'defaultContentLanguageInSubdir = true',
    'disableKinds = ["taxonomy", "term", "RSS"]',
    '[markup.goldmark.renderer]',
    'unsafe = true',
    '[markup.tableOfContents]',
    'startLevel = 2',
    'endLevel = 3',
  ];
  for (const tag of localesOf(articles)) {
    const { path, name, direction } = localeOf(tag);
    lines.push(
      `[languages."${path}"]`,
      `contentDir = "content/${path}"`,
      `languageCode = "${tag}"`,
      `languageName = ${JSON.stringify(name)}`,
      `languageDirection = "${direction}"`,
    );
  }
  return `${lines.join('\n')}\n`;
}

const page = `<!doctype html>
<html lang="{{ .Language.Lang }}" dir="{{ .Language.LanguageDirection }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}</head>
<body>
<nav>{{ range .Translations }}<a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}">{{ .Language.LanguageName }}</a>
{{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main>
</body>
</html>
`;

const article = `{{ define "main" }}<aside>{{ .TableOfContents }}</aside>
<article data-pagefind-body><h1>{{ .Title }}</h1>
{{ .Content }}</article>{{ end }}
`;

const list = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
`;
