// The rules of the theme's styles. A test runs them: tests/theme/test_styles.py; by hand: npx stylelint 'themes/**/*.css'.
const sides = "(top|right|bottom|left)";

export default {
  extends: "stylelint-config-standard",
  reportDescriptionlessDisables: true,
  reportInvalidScopeDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // What is written from right to left is mirrored by itself: no side has a name, and no size a direction.
    "property-disallowed-list": [
      `/^((scroll-)?(margin|padding)|border|inset|overscroll-behavior)-${sides}(-|$)/`,
      `/^${sides}$/`,
      "/^((min|max)-)?(width|height)$/",
      "/^contain-intrinsic-(width|height)$/",
    ],
    "declaration-property-value-disallowed-list": {
      "/^(float|clear|text-align|text-align-last|caption-side)$/": ["/^(left|right)$/"],
    },
    // Colours are named once, in tokens.css.
    "color-no-hex": true,
    "color-named": "never",
    "function-disallowed-list": ["/^(rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?$/"],
    // Layers decide what wins, so that nothing need shout.
    "declaration-no-important": true,
    "selector-max-id": 0,

    // A scale goes below zero: --step--1.
    "custom-property-pattern": "^[a-z][a-z0-9]*(-{1,2}[a-z0-9]+)*$",
    // Names of typefaces have capitals.
    "value-keyword-case": ["lower", { ignoreProperties: ["/^--font/", "font", "font-family"] }],
    // A rule of a few words may stand on one line.
    "declaration-block-single-line-max-declarations": null,
    // Paragraphs of tokens are set apart by subject.
    "custom-property-empty-line-before": null,
    "declaration-empty-line-before": null,
    "at-rule-empty-line-before": null,
    "rule-empty-line-before": null,
    // With nesting and :where() it compares rules that never meet.
    "no-descending-specificity": null,
  },
  overrides: [
    {
      files: ["**/tokens.css"],
      rules: { "color-no-hex": null, "color-named": null, "function-disallowed-list": null },
    },
    {
      // It stands alone on the sites of others, without the tokens.
      files: ["**/assets/elsewhere.css"],
      rules: { "color-no-hex": null },
    },
    {
      // Its yellow is for nobody but who prepares the site.
      files: ["**/assets/preview.css"],
      rules: { "color-no-hex": null },
    },
    {
      // Paper is white and ink black, and what is on screen alone is gone whatever showed it.
      files: ["**/print.css"],
      rules: { "color-no-hex": null, "declaration-no-important": null },
    },
  ],
};
