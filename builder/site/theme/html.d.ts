/**
 * The pages are HTML: what a selector finds in them is the HTML element that its last tag names (the library
 * knows that of bare tags alone, and says Element else), and what is pressed or typed into is one too.
 */
type Last<S> = S extends `${string} ${infer Rest}` ? Last<Rest> : S;
type Bare<S> = S extends `${infer T}.${string}` | `${infer T}[${string}` | `${infer T}:${string}` ? Bare<T> : S;
type Tagged<T> = T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : HTMLElement;
/** `.pager a[rel="next"]` -> HTMLAnchorElement; of several selectors, HTMLElement. */
type Selected<S> = S extends `${string}${"," | "("}${string}` ? HTMLElement : Tagged<Bare<Last<S>>>;

interface ParentNode {
  querySelector<S extends string>(selectors: S): Selected<S> | null;
  querySelectorAll<S extends string>(selectors: S): NodeListOf<Selected<S>>;
}

interface Element {
  closest<S extends string>(selectors: S): Selected<S> | null;
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
  readonly children: HTMLCollectionOf<HTMLElement>;
  addEventListener(type: "click", listener: (event: MouseEvent & { target: HTMLElement }) => unknown): void;
}

interface HTMLUListElement {
  addEventListener(type: "click", listener: (event: MouseEvent & { target: HTMLElement }) => unknown): void;
}

interface HTMLFormElement {
  addEventListener(type: "focusout", listener: (event: FocusEvent & { relatedTarget: Node | null }) => unknown): void;
}

interface HTMLInputElement {
  addEventListener(type: "input", listener: (event: InputEvent) => unknown): void;
}
