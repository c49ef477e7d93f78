// Counts the seconds of a code down. Without it the page says how many were left when it was made.
for (const seconds of document.querySelectorAll('[data-seconds]')) {
  const display = seconds.closest('.fob, .screen')?.querySelector('[data-ends]');
  let left = Number(seconds.textContent);
  const timer = setInterval(() => {
    left -= 1;
    seconds.textContent = String(Math.max(0, left));
    if (left > 0) return;
    clearInterval(timer);
    // A hardware token goes dark; the phone's page loads itself again.
    if (display?.closest('.fob')) {
      display.textContent = '------';
      display.classList.add('off');
    }
  }, 1000);
}
