/** What page.js and marks.js add. */
interface Yearbook {
  marked: (text: string, marks: Yearbook.Mark[]) => DocumentFragment;
  address: (url: string, parameters?: Record<string, string | string[]>) => string;
  namesAsked: (query: string, parameters?: URLSearchParams) => string[];
  hitAddress: (hit: Yearbook.Hit, words: string[], names?: string[]) => string;
  label: (facet: string, value: string, directory?: Yearbook.Labels | null) => string;
  filesText: (problems: Yearbook.Problem[]) => string;
  problemText: (problems: Yearbook.Problem[]) => string;
  choice: (id: string, href: string, ...content: Node[]) => HTMLLIElement;
  choices: (name: string, id: string, options: HTMLLIElement[]) => HTMLLIElement;
  hitChoice: (id: string, hit: Yearbook.Hit, href: string, directory: Yearbook.Labels | null) => HTMLLIElement;
  enhanceForms: () => void;

  FIX: string;
  markWords: (words: string[], root: Element) => HTMLElement[][];
  unmark: () => void;
  hitBar: (places: HTMLElement[][], words: string[]) => Yearbook.Bar;
  markPage: () => void;
  /** Only as long as there are marks. */
  seekHit?: (() => HTMLElement | null) | null;
}

declare namespace Yearbook {
  interface Bar {
    start: (index: number) => HTMLElement;
    stand: (index: number, text: string) => void;
  }
}
