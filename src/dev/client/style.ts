/** The panel's own style; the page's does not reach it, nor this the page. */
export const panelStyle = `
:host { all: initial; color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif; }
* { box-sizing: border-box; font: inherit; }
[hidden] { display: none; }
.toggle, .body { background: light-dark(#fff, #1d2128); border: 1px solid light-dark(#828d9f, #707b8d);
  color: light-dark(#1b2029, #e4e7ec); inset-inline-end: 12px; position: fixed; z-index: 50; }
.toggle { border-radius: 8px; cursor: pointer; inset-block-end: 12px; min-block-size: 36px; padding: 4px 12px; }
.body { border-radius: 8px; inline-size: min(30rem, calc(100vw - 24px)); inset-block-end: 56px; max-block-size: 60vh;
  overflow: auto; padding: 8px 12px; }
.tabs { align-items: center; display: flex; flex-wrap: wrap; gap: 6px; margin-block-end: 8px; }
.tabs button[aria-pressed='true'] { font-weight: 700; text-decoration: underline; }
.keys { color: light-dark(#566072, #a3adbd); font-size: 12px; }
button, select, input { background: transparent; border: 1px solid light-dark(#dde2ea, #323944); border-radius: 6px; color: inherit;
  min-block-size: 28px; padding-inline: 8px; }
option { color: #1b2029; }
ol, ul { margin: 0; padding-inline-start: 1.4rem; }
li { border-inline-start: 3px solid #b7791f; list-style: none; margin-block: 6px; margin-inline-start: -1.4rem; padding-inline-start: 8px; }
li.error { border-color: #c0392b; }
li[aria-current] { background: light-dark(#edf2fe, #1c2740); }
.finding { border: 0; cursor: pointer; padding: 0; text-align: start; }
.editor { cursor: pointer; font-size: 12px; margin-inline-start: 6px; }
.sides { display: grid; gap: 10px; grid-template-columns: 1fr 1fr; }
.sides strong, h2 { font-weight: 700; }
h2 { margin-block: 10px 2px; }
a { color: light-dark(#1f4fc4, #93b4ff); }
p { margin-block: 4px; overflow-wrap: anywhere; }
del { background: light-dark(#fbdcd8, #5c2520); }
ins { background: light-dark(#d3f0dd, #1e4a31); text-decoration: none; }
`;
