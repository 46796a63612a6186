/**
 * The pages are HTML: what a selector finds in them is an HTMLElement (the library says Element, for it may
 * be a part of a picture), and what is pressed or typed into is one too.
 */
interface ParentNode {
  querySelector<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  querySelector<E extends Element = HTMLElement>(selectors: string): E | null;
  querySelectorAll<K extends keyof HTMLElementTagNameMap>(selectors: K): NodeListOf<HTMLElementTagNameMap[K]>;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}

interface Element {
  closest<K extends keyof HTMLElementTagNameMap>(selectors: K): HTMLElementTagNameMap[K] | null;
  closest<E extends Element = HTMLElement>(selectors: string): E | null;
}

/** The pointer may also come from the page itself, which has no `closest`. */
type Crossed = Node & Partial<Pick<HTMLElement, "closest">>;

interface Document {
  addEventListener(type: "click", listener: (event: MouseEvent & { target: HTMLElement }) => unknown): void;
  addEventListener(type: "keydown", listener: (event: KeyboardEvent & { target: HTMLElement }) => unknown): void;
  addEventListener(type: "focusin", listener: (event: FocusEvent & { target: HTMLElement }) => unknown): void;
  addEventListener(type: "mouseover", listener: (event: MouseEvent & { target: Crossed }) => unknown): void;
  removeEventListener(type: "keydown", listener: (event: KeyboardEvent & { target: HTMLElement }) => unknown): void;
}

interface HTMLElement {
  addEventListener(type: "click", listener: (event: MouseEvent & { target: HTMLElement }) => unknown): void;
  addEventListener(type: "focusout", listener: (event: FocusEvent & { relatedTarget: Node | null }) => unknown): void;
}

interface HTMLInputElement {
  addEventListener(type: "input", listener: (event: InputEvent) => unknown): void;
}
