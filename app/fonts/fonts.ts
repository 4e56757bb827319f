import localFont from "next/font/local";

// Geist and Geist Mono (SIL Open Font License) in the parts that Google Fonts cuts them into, as @fontsource-variable 5.3.0 ships
// them: a page fetches the parts whose letters it shows. `optional`: text is never hidden and never moves; who has no font yet
// reads in one of their own, and finds Geist on the next page. Arguments are literals: Next reads them before they run.
const sans = localFont({
  src: "./geist-latin.woff2",
  variable: "--font-geist",
  weight: "100 900",
  display: "optional",
  preload: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});
const sansMore = localFont({
  src: "./geist-latin-ext.woff2",
  variable: "--font-geist-more",
  weight: "100 900",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});
const mono = localFont({
  src: "./geist-mono-latin.woff2",
  variable: "--font-geist-mono",
  weight: "100 900",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});
const monoMore = localFont({
  src: "./geist-mono-latin-ext.woff2",
  variable: "--font-geist-mono-more",
  weight: "100 900",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});
const monoBoxes = localFont({
  src: "./geist-mono-boxes.woff2",
  variable: "--font-geist-mono-boxes",
  weight: "100 900",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+23B8-23BD,U+2500-259F" }],
});

/** Class of the root element: the names of the fonts' parts, for `--font-sans` and `--font-mono` in app/globals.css. */
export const fontVariables = [sans, sansMore, mono, monoMore, monoBoxes].map(({ variable }) => variable).join(" ");
