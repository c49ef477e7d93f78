// A modal dialog: opened by a button, or over the page as soon as it is there.
const dialog = document.querySelector('[data-dialog]');
document.querySelector('[data-open]')?.addEventListener('click', () => dialog.showModal());
dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
if (dialog.dataset.dialog === 'at-once') dialog.showModal();
