/** What the scripts of every page add. */
interface Yearbook {
  /** The root of the site, with a slash at the end. */
  base: string;
  element: Yearbook.Make;
  recall: (key: string) => string | null;
  keep: (key: string, value: string) => void;
  say: (text: string) => void;
  copy: (text: string, said?: string) => Promise<void>;
  dialog: (title: string, ...content: (Node | string)[]) => HTMLDialogElement;
  applyDisplay: () => void;
  provision: (id: string, element: Element) => string;
  citation: (id: string) => Yearbook.Citation;
  cite: (id?: string) => void;
  showBase: (on: boolean) => void;
  /** Only where the page has anything to undo. */
  toggleBase?: () => void;
  /** Called by the file of a month. */
  today: (rows: [day: number, year: number, book: string, text: string, url: string][]) => void;
  startCalendar: () => void;
  startCite: () => void;
  startDisplay: () => void;
  startKeys: () => void;
  startLists: () => void;
  startPopover: () => void;
  startReading: () => void;
  startToday: (date?: Date) => Promise<void>;
}

declare namespace Yearbook {
  /** The forms of a citation, and the title of what is cited. */
  type Citation = Record<string, string> & Record<"gbt" | "link" | "bibtex" | "ris" | "csl" | "title", string>;

  /** What is filled into a form of citation: the names are those between its braces. */
  interface CitedFacts {
    [place: string]: string;
    title: string;
    page: string;
    url: string;
    key: string;
    today: string;
  }

  /** What a page says of itself for citations: `#page-data`. */
  interface PageData {
    id: string;
    title: string;
    pages: string;
    /** Whether the turns of the printed pages are not known. */
    open: boolean;
    forms: Record<"gbt" | "bibtex" | "ris" | "csl", string>;
  }

  interface Remembered {
    month: number;
    day: number;
    year: number;
    book: string;
    text: string;
    url: string;
  }
}
