// What the pages do while the customer is about to fill them in.
const rows = document.querySelector('[data-live] tbody');
if (rows) {
  let count = rows.childElementCount;
  setInterval(() => {
    const fresh = rows.rows[0].cloneNode(true);
    fresh.cells[0].textContent = String(++count);
    rows.prepend(fresh);
    rows.lastElementChild.remove();
    for (let at = 0; at < 50; at++) rows.rows[(count * 37 + at * 19) % rows.rows.length].cells[2].textContent = `${count},${at}00円`;
  }, 50);
}

document.querySelector('[data-over-close]')?.addEventListener('click', () => document.querySelector('[data-over]').remove());

function onStrangers(act) {
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) act(node);
  }).observe(document.documentElement, { childList: true });
}

if (document.querySelector('[data-removes]')) onStrangers((node) => node.remove());
if (document.querySelector('[data-restyles]')) onStrangers((node) => node.setAttribute('style', 'opacity: .01 !important; translate: 90px 0 !important'));

const dialog = document.querySelector('[data-redrawn]');
if (dialog) {
  const own = [...dialog.childNodes];
  dialog.showModal();
  // Only what isn't its own: a framework that draws the dialog anew forgets strangers.
  dialog.querySelector('[data-redraw]').addEventListener('click', () => {
    const strangers = [...dialog.childNodes].filter((node) => !own.includes(node));
    for (const node of strangers) node.remove();
  });
}
