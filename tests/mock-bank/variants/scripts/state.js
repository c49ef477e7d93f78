// 「部品の値: 6桁」: how much the script itself holds, never the digits.
export function tell(form, value) {
  form.querySelector('[data-state]').textContent = /^\d*$/.test(value) ? `${value.length}桁` : `${value.length}文字`;
}

// The script's value is what is sent, whatever stands in the field.
export function send(form, name, value) {
  form.addEventListener('formdata', ({ formData }) => formData.set(name, value()));
}
