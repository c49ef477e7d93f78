// What moves by itself, or at a press, in the layouts.
const clock = document.querySelector('[data-clock]');
if (clock) {
  const end = performance.now() + 600_000;
  setInterval(() => {
    clock.textContent = ((end - performance.now()) / 1000).toFixed(1);
  }, 100);
}

const cover = document.querySelector('[data-cover]');
if (cover) setTimeout(() => cover.remove(), 1000);

document.querySelector('[data-slide]')?.addEventListener('click', () => document.querySelector('.holder').classList.add('open'));
