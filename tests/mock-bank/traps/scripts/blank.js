// Writes the form into an empty frame of the same origin.
const frame = document.querySelector('iframe');
const page = await (await fetch('/traps/inner.do')).text();
frame.contentDocument.open();
frame.contentDocument.write(page);
frame.contentDocument.close();
