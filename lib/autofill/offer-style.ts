/**
 * The offer's looks. The page's own rules reach the host element only, and there
 * an `!important` rule from inside the shadow root wins over them all. What else
 * of the document reaches inside is not used: custom properties can be registered
 * anew by the page, and a font that has a name can be replaced under that name. Light and dark go by the
 * card's own scheme: the customer's choice, or the browser's.
 */
export const OFFER_STYLE = `
:host{all:initial!important;position:fixed!important;inset:auto!important;left:0!important;top:0!important;display:block!important;width:max-content!important;max-width:min(420px,calc(100vw - 16px))!important;margin:0!important;padding:0!important;border:0!important;background:none!important;overflow:visible!important;z-index:2147483647!important;direction:ltr!important;user-select:none!important}
:host(:not(:popover-open)){display:none!important}
:host::before,:host::after{display:none!important;content:none!important}
:host::backdrop{display:none!important}
.card{color-scheme:light dark;box-sizing:border-box;max-height:100vh;overflow-y:auto;font:16px/1.5 system-ui,sans-serif;color:light-dark(#1b2430,#eef2f7);background:light-dark(#fff,#1c232d);border:1px solid light-dark(#c3ccd8,#4a5768);border-top:4px solid light-dark(#14532d,#86d6a4);border-radius:8px;padding:12px 12px 12px 16px;box-shadow:0 6px 20px rgb(0 0 0/.25)}
.card.light{color-scheme:light}
.card.dark{color-scheme:dark}
.head{display:flex;align-items:center;gap:8px;margin-bottom:8px}
.bank{flex:1;font-weight:700;font-size:17px;overflow-wrap:anywhere}
.brand{font-size:13px;font-weight:700;color:light-dark(#fff,#0c2115);background:light-dark(#14532d,#86d6a4);border-radius:4px;padding:1px 8px}
.row{display:flex;align-items:center;gap:16px;margin-top:8px}
.token{word-break:keep-all;flex:1;font-size:16px;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.text{margin:0;flex:1}
.what{margin:0;font-size:15px}
button{font:inherit;font-weight:700;min-height:44px;min-width:44px;padding:6px 20px;color:light-dark(#fff,#0c2115);background:light-dark(#14532d,#86d6a4);border:2px solid light-dark(#14532d,#86d6a4);border-radius:6px;cursor:pointer;white-space:nowrap}
button[aria-busy]{opacity:.6;cursor:progress}
button:hover{text-decoration:underline}
button:focus-visible{outline:3px solid light-dark(#1d6fd8,#8fc1ff);outline-offset:2px}
button.plain{color:light-dark(#566273,#b4c0cf);background:none;border-color:transparent;padding:0;font-size:20px;line-height:1}
button.second{color:light-dark(#14532d,#86d6a4);background:none}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (forced-colors:active){button{border-color:ButtonText}}
`;
