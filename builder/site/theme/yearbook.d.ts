/**
 * What the scripts of the site share. Each file adds its part to one global object; what the files of
 * a folder add stands in its `shared.d.ts`. A file begins as an object that may still be empty, so
 * the global itself is untyped, and each script says what it takes it for.
 */
declare var yearbook: any;

interface Yearbook {
  /** Makes an element. Text is text, never markup; functions are listeners; null and false leave an attribute out. */
  make: Yearbook.Make;
}

declare namespace Yearbook {
  type Attribute = string | boolean | null | undefined | ((event: Event) => unknown);

  type Make = <K extends keyof HTMLElementTagNameMap>(
    name: K,
    attributes?: Record<string, Attribute>,
    ...children: (Node | string)[]
  ) => HTMLElementTagNameMap[K];

  /** An index file that could not be read, and why: missing, damaged or late. */
  interface Problem {
    file: string;
    reason: string;
  }
}
