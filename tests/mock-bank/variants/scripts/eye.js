// The eye: shows what is typed, and hides it again.
const eye = document.querySelector('[data-eye]');
const field = document.getElementById(eye.dataset.eye);
eye.addEventListener('click', () => {
  const hidden = field.type === 'password';
  field.type = hidden ? 'text' : 'password';
  eye.textContent = hidden ? '隠す' : '表示する';
});
