// The field comes after the page: by a button, from the server, by itself, or out of hiding.
const host = document.querySelector('[data-late]');
const place = host.querySelector('[data-place]');
const opener = host.querySelector('[data-open]');
const TWO_SECONDS = 2000;

function mount(piece) {
  if (place.childElementCount === 0) place.append(piece);
  opener?.closest('p').remove();
}

const fromTemplate = () => mount(document.importNode(host.querySelector('[data-piece]').content, true));

async function fromServer() {
  const answer = await fetch('/variants/late-piece.do');
  if (!answer.ok) throw new Error(`the piece of the page is not to be had: ${answer.status}`);
  mount(new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild);
}

function show() {
  place.classList.remove('unshown');
  opener.closest('p').remove();
}

const WAYS = {
  button: () => opener.addEventListener('click', fromTemplate),
  fetch: fromServer,
  timer: () => setTimeout(fromTemplate, TWO_SECONDS),
  shown: () => opener.addEventListener('click', show),
};
WAYS[host.dataset.late]();
