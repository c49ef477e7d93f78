/** Reading an element's attributes on pages that may get in the way. */

/** A form answers to the names of its fields before its own methods: one named `getAttribute` must not stop us. */
export const attributeOf = (element: Element, name: string): string | null =>
  typeof element.getAttribute === 'function' ? element.getAttribute(name) : null;
