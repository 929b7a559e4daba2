"""A reader's own text spacing, WCAG 1.4.12: nothing is cut off, and no control lies on another."""

from __future__ import annotations

#: The page's policy forbids a style element, not a sheet of the reader's; words in drawings are pictures.
WIDER = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :not(svg *) { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [sheet];
}"""
AS_BEFORE = "() => { document.adoptedStyleSheets = []; }"

#: What is cut off: boxes that hide what does not fit, and controls whose words stand out of them.
CUT = """() => {
  const style = (one) => getComputedStyle(one);
  const aside = [...document.querySelectorAll('.clinic-gait *')].filter((one) => style(one).clipPath === 'inset(50%)');
  const within = (one) => one && (aside.includes(one) || within(one.parentElement));
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.clientWidth > 2 && !within(one);
  const hides = (one) => /hidden|clip/.test(style(one).overflow);
  const control = 'a, button, summary, label, legend, th, td, .cg-tag, .cg-state, .cg-seg-one > span';
  const cut = (one) => {
    if (!(hides(one) || one.matches(control)) || style(one).display === 'inline' || !shown(one)) return false;
    return one.scrollWidth > one.clientWidth + 2 || (hides(one) && one.scrollHeight > one.clientHeight + 2);
  };
  const here = document.querySelector('dialog[open]') || document;
  return [...here.querySelectorAll('.clinic-gait :not(svg, svg *, .cg-sr, input, select, textarea)')]
    .filter(cut).map((one) => `${one.outerHTML.slice(0, 140)} ${one.scrollWidth}>${one.clientWidth}`);
}"""

#: Pairs of controls that lie on each other; those in bars that stay lie on the page by design.
ON_EACH_OTHER = """() => {
  const here = document.querySelector('dialog[open]') || document;
  const kinds = '.clinic-gait :is(a, button, input:not([type=hidden]), select, textarea, summary)';
  const free = (one) => one.checkVisibility() && !one.closest('.cg-strip, .cg-save, .practice-idle');
  const around = (one) => one.closest('.cg-seg-one, .cg-check') || one;
  const controls = [...new Set([...here.querySelectorAll(kinds)].filter(free).map(around))];
  const boxes = new Map(controls.map((one) => [one, one.getBoundingClientRect()]));
  controls.sort((a, b) => boxes.get(a).top - boxes.get(b).top);
  const found = [];
  controls.forEach((one, place) => {
    const box = boxes.get(one);
    for (const other of controls.slice(place + 1)) {
      const next = boxes.get(other);
      if (next.top >= box.bottom - 1.5) break;
      const across = Math.min(box.right, next.right) - Math.max(box.left, next.left);
      if (across > 1.5 && !one.contains(other) && !other.contains(one))
        found.push(`${one.outerHTML.slice(0, 90)} | ${other.outerHTML.slice(0, 90)}`);
    }
  });
  return found;
}"""
