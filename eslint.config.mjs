// The scripts of the site: classic scripts that share `globalThis.yearbook`. Types are tsc's part.
import { createRequire } from "node:module";

// The tools stand in build/, where no import of this file would find them.
const tools = createRequire(new URL("build/node/", import.meta.url));

export default [
  tools("@eslint/js").configs.recommended,
  {
    files: ["builder/site/theme/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "script" },
  },
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // tsc knows the names of a browser, and which of them exist.
      "no-undef": "off",
      "array-callback-return": ["error", { allowVoid: true }],
      "consistent-return": "error",
      curly: ["error", "multi-line"],
      "default-param-last": "error",
      eqeqeq: "error",
      "no-array-constructor": "error",
      "no-console": "error",
      "no-else-return": ["error", { allowElseIf: true }],
      "no-eval": "error",
      "no-implicit-coercion": ["error", { boolean: false }],
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-loop-func": "error",
      "no-new-func": "error",
      "no-promise-executor-return": ["error", { allowVoid: true }],
      // What is forgotten to be declared and happens to be a property of every window.
      "no-restricted-globals": ["error", "event", "external", "find", "length", "name", "parent", "status", "stop", "top"],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Text is text: use textContent or append." },
        { property: "outerHTML", message: "Text is text: use textContent or append." },
        { property: "insertAdjacentHTML", message: "Text is text: use textContent or append." },
        { object: "document", property: "write", message: "Use append." },
      ],
      "no-return-assign": ["error", "except-parens"],
      "no-self-compare": "error",
      "no-shadow": ["error", { builtinGlobals: false, hoist: "functions" }],
      "no-template-curly-in-string": "error",
      "no-throw-literal": "error",
      "no-unused-vars": ["error", { args: "all", argsIgnorePattern: "^_$", ignoreRestSiblings: true }],
      "no-useless-assignment": "error",
      "no-useless-concat": "error",
      "no-useless-rename": "error",
      "no-useless-return": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": ["error", { destructuring: "all" }],
      "prefer-object-spread": "error",
      "prefer-promise-reject-errors": "error",
      "prefer-rest-params": "error",
      "prefer-spread": "error",
      "prefer-template": "error",
      strict: ["error", "function"],
    },
  },
];
