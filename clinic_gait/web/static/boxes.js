// The controls of a field: all named ones inside the elements that carry its name.

// What a box held when it was last left, or entered: half a number is nobody's finding.
const settled = new WeakMap();

export const isText = (control) => control?.matches?.("input:not([type=radio], [type=checkbox], [type=hidden]), textarea") ?? false;
export const halfTyped = (control) => isText(control) && settled.has(control) && settled.get(control) !== control.value;
export const asLeft = (control) => isText(control) && settled.get(control) === control.value;
export const typedIn = (control) => (halfTyped(control) ? settled.get(control) : control.value);

/** What stands in a box now counts: it was just entered, or left. */
export function settle(control) {
  if (isText(control)) settled.set(control, control.value);
}

/** Whether a control holds something else than the page came with. */
export function touched(control) {
  if (control.type === "radio" || control.type === "checkbox") return control.checked !== control.defaultChecked;
  if (control.tagName === "SELECT") return [...control.options].some((one) => one.defaultSelected && !one.selected);
  return control.type !== "hidden" && control.value !== control.defaultValue;
}

/** The fields that a control changes: its own, or several that share it. */
export function fieldsOf(control) {
  const shared = control.closest("[data-fields]");
  const own = control.closest("[data-field]");
  if (shared && (!own || own.contains(shared))) return shared.dataset.fields.split(" ");
  return own ? [own.dataset.field] : [];
}

export function boxesOf(form, field) {
  const name = CSS.escape(field);
  const elements = [...form.querySelectorAll(`[data-field="${name}"], [data-fields~="${name}"]`)];
  const controls = elements.flatMap((one) => (one.matches("[name]") ? [one] : [...one.querySelectorAll("input[name], select[name], textarea[name]")]));
  return [...new Set(controls)];
}

/** The control one types into: the one that bears the field's name, not what is folded away beside it. */
export function mainBox(form, field) {
  const boxes = boxesOf(form, field);
  const own = boxes.filter((control) => field.endsWith(control.name));
  return own.find((control) => control.checked) ?? own[0] ?? boxes[0];
}

/** Writes what the server holds into the boxes of a field; a box that is being typed in is left alone. */
export function setBoxes(form, field, values) {
  for (const control of boxesOf(form, field)) {
    if (!(control.name in values) || (control === document.activeElement && halfTyped(control))) continue;
    const value = values[control.name];
    if (control.type === "radio") control.checked = control.value === value;
    else if (control.type === "checkbox") control.checked = value !== "";
    else if (control.value !== value) control.value = value;
    settle(control);
    control.dispatchEvent(new CustomEvent("cg-set", { bubbles: true }));
  }
}
