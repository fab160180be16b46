import { call } from './call.ts';

const names: readonly string[] =
  `onload onerror onclick onfocus onblur onmouseover onmouseenter onpointerdown ontoggle onanimationstart onanimationend
  ontransitionend onscroll onwheel onbeforetoggle onauxclick oncopy onpaste oninput onchange onsubmit onresize onhashchange
  onpageshow onmessage onbegin onOnClick ONERROR oNeRrOr on\u0000error onerror\u0000`.split(/\s+/);

/** Elements whose events run code. */
export const handlers: readonly string[] = names.flatMap((handler) => [
  `<img src="x" ${handler}="${call}">`,
  `<details open ${handler}=${call}><summary tabindex=1 autofocus ${handler}=${call}>x</summary></details>`,
]);
