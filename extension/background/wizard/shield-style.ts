import { HOST_STYLE } from '../../page/wizard/host-style.ts';

/** How the shield looks, which the page part is sent. */
export const SHIELD_STYLE = `${HOST_STYLE}
.veil{pointer-events:auto;position:absolute;inset:0;background:rgb(0 0 0/.28);cursor:progress}
.card{position:absolute;left:50%;top:24px;transform:translateX(-50%);
box-sizing:border-box;width:max-content;max-width:94vw;
padding:14px 16px;border:1px solid gray;border-radius:10px;
background:light-dark(#fff,#22262c);color:light-dark(#1a1d21,#f2f4f6);color-scheme:light dark;
font:15px/1.4 system-ui,sans-serif;display:grid;
grid-template-columns:1fr auto;gap:4px 16px;align-items:center}
p{margin:0;grid-column:1;overflow-wrap:anywhere}
button{all:unset;grid-column:2;grid-row:1/3;padding:8px 14px;border-radius:7px;cursor:pointer;
background:light-dark(#b3261e,#f2b8b5);color:light-dark(#fff,#370b09);font-weight:600}
button:focus-visible{outline:3px solid light-dark(#0b57d0,#a8c7fa);outline-offset:2px}`;
