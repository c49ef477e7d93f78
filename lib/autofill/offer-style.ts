/**
 * The offer's looks. The page's own rules reach the host element only, and there
 * an `!important` rule from inside the shadow root wins over them all.
 */
export const OFFER_STYLE = `
:host{all:initial!important;position:fixed!important;inset:auto!important;left:0!important;top:0!important;display:block!important;width:max-content!important;max-width:min(420px,calc(100vw - 16px))!important;margin:0!important;padding:0!important;border:0!important;background:none!important;overflow:visible!important;z-index:2147483647!important}
:host(:not(:popover-open)){display:none!important}
.card{--ink:#1b2430;--soft:#566273;--paper:#fff;--line:#c3ccd8;--key:#14532d;--on:#fff;color-scheme:light;box-sizing:border-box;font:16px/1.5 system-ui,"Hiragino Sans","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif;color:var(--ink);background:var(--paper);border:1px solid var(--line);border-top:4px solid var(--key);border-radius:8px;padding:12px 12px 12px 16px;box-shadow:0 6px 20px rgb(0 0 0/.25)}
.head{display:flex;align-items:center;gap:8px;margin-bottom:8px}
.bank{flex:1;font-weight:700;font-size:17px;overflow-wrap:anywhere}
.brand{font-size:13px;font-weight:700;color:var(--on);background:var(--key);border-radius:4px;padding:1px 8px}
.row{display:flex;align-items:center;gap:16px;margin-top:8px}
.token{flex:1;font-size:16px;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.text{margin:0;flex:1}
button{font:inherit;font-weight:700;min-height:44px;min-width:44px;padding:6px 20px;color:var(--on);background:var(--key);border:2px solid var(--key);border-radius:6px;cursor:pointer;white-space:nowrap}
button:hover{text-decoration:underline}
button:focus-visible{outline:3px solid #1d6fd8;outline-offset:2px}
button.plain{color:var(--soft);background:none;border-color:transparent;padding:0;font-size:20px;line-height:1}
button.second{color:var(--key);background:none}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (prefers-color-scheme:dark){.card{--ink:#eef2f7;--soft:#b4c0cf;--paper:#1c232d;--line:#4a5768;--key:#86d6a4;--on:#0c2115;color-scheme:dark}button:focus-visible{outline-color:#8fc1ff}}
@media (forced-colors:active){button{border-color:ButtonText}}
`;
