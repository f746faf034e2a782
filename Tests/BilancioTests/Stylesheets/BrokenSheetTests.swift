import Stylesheets
import Testing

/// Sheets that are no style sheets.
struct BrokenSheetTests {
  @Test(arguments: [
    "", "\u{FEFF}", "{", "}", "a{", "a{b", "a{b:", "a{b:c", "a{b:'", "a{b:\"c\\", "a{b:url(",
    "a{b:url(x",
    "a{--", "a{--x", "a{--x:", "a{@", "a{@media", "a{b{", "@", "@media", "@media{", "@media{a",
    "@media{a{b:c}",
    "@import", "@keyframes", "@keyframes x{", "@font-face{", "/*", "/*!", "/", "a,", "a[", "a[b",
    ":", "a:is(",
    "\\", "a\\", ".", "#", "a{b:c}}", "@layer", "@layer;", "@;", "<!-- a{} -->", "a{b:\\",
  ])
  func `what ends too early does no harm`(_ css: String) {
    _ = kept(css)
    _ = kept("a{top:0}" + css)
    #expect(kept("a{top:0}" + css).hasPrefix("a{top:0}"))
  }

  @Test(arguments: [
    "a{b:c", "b{content:'x", "@media print{b{top:0}", "a{b:url(x", "@import 'x'", "b{c/*",
  ])
  func `what is open at the end stays as it is`(_ css: String) {
    #expect(kept(".b{top:0}" + css) == css)
  }

  @Test func `a brace too many spoils no more than in a browser`() {
    #expect(kept("}b{top:0}.b{top:0}a{top:0}") == "}b{top:0}a{top:0}")
    #expect(kept("@media print{x;y}a{top:0}") == "@media print{x;y}a{top:0}")
  }

  @Test func `a string ends with its line`() {
    #expect(kept("a{b:'x\n;c:d}.b{top:0}") == "a{b:'x\n;c:d}")
  }

  @Test(arguments: [
    "{", "a{", "@media{", "(", "[", ":is(", "a:not(", "@layer x{", "/*", "'", "\\", "url(", "--",
  ])
  func `deep or long nonsense takes time in proportion`(_ piece: String) {
    for start in ["", "a{b:", ".b", "@media x{a{--x:"] {
      _ = kept(start + String(repeating: piece, count: 20_000))
    }
  }

  @Test func `blocks beyond the bound stay as they are`() {
    let depth = 5_000
    let css =
      String(repeating: "@media print{", count: depth) + "b{top:0}"
      + String(repeating: "}", count: depth)
    #expect(kept(css) == css)
  }
}
