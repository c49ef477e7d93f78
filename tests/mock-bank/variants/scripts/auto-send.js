// The sixth digit sends the form, once.
const field = document.querySelector('#pswd001');
let sent = false;
field.addEventListener('input', () => {
  if (sent || !/^\d{6}$/.test(field.value)) return;
  sent = true;
  field.form.requestSubmit();
});
