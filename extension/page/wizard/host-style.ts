/** Of what is important, a shadow root's own counts before the page's: a page can neither hide nor move it. */
export const HOST_STYLE = `:host{all:initial!important;position:fixed!important;inset:0!important;
display:block!important;z-index:2147483647!important;pointer-events:none!important}`;
