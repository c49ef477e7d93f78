/** The page of the gallery: one screen after the other, in the language, the colours and the text size that are chosen above. */

/** The arrow keys turn the pages. */
const TURN = `
const names = JSON.parse(document.querySelector('#names').textContent);
const [screen, language, colours, size, picture, title] = ['screen', 'language', 'colours', 'size', 'picture', 'title'].map((id) => document.getElementById(id));
for (const name of names) screen.append(new Option(name));
const show = () => {
  picture.src = [screen.value, language.value, colours.value, size.value, 'png'].join('.');
  picture.alt = title.textContent = (screen.selectedIndex + 1) + '/' + names.length + ' ' + screen.value;
  location.hash = screen.value;
};
if (names.includes(location.hash.slice(1))) screen.value = location.hash.slice(1);
document.addEventListener('change', show);
document.addEventListener('keydown', ({ key }) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (!step || document.activeElement instanceof HTMLSelectElement) return;
  screen.selectedIndex = (screen.selectedIndex + step + names.length) % names.length;
  show();
});
show();
`;

const choice = (id: string, values: string[]): string => `<select id="${id}" aria-label="${id}">${values.map((value) => `<option>${value}</option>`).join('')}</select>`;

/** @param names of the screens: letters, digits and hyphens */
export function galleryPage(names: string[]): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Kagifuda: every screen</title>
<style>
body { margin: 0; background: #777; font: 16px system-ui, sans-serif; }
header { position: sticky; top: 0; display: flex; gap: 0.75rem; align-items: center; padding: 0.5rem 1rem; background: #fff; }
header h1 { margin: 0; font-size: 1rem; }
img { display: block; max-width: 96vw; margin: 1rem auto; box-shadow: 0 2px 12px #0008; }
</style></head>
<body>
<header><h1 id="title"></h1><select id="screen" aria-label="screen"></select>${choice('language', ['ja', 'en'])}${choice('colours', ['light', 'dark'])}${choice('size', ['100', '200'])}<small>← →</small></header>
<img id="picture" alt="">
<script type="application/json" id="names">${JSON.stringify(names)}</script>
<script>${TURN}</script>
</body></html>
`;
}
