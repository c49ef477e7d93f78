// The field opens with the tick and closes without it.
const box = document.querySelector('[data-opens]');
const field = document.getElementById(box.dataset.opens);
const follow = () => {
  field.disabled = !box.checked;
};
box.addEventListener('change', follow);
// Browsers keep the tick when a page is loaded again.
follow();
