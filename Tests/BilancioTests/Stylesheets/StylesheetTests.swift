import Stylesheets
import Testing

struct StylesheetTests {
  @Test(arguments: [
    "a{top:0;left:0}", "a{top:0!important}.a{left:0}", "@media(min-width: 1px){a{top:0}}",
    "@supports not (a: b){@media print{a{top:0}}}", "@container x (width>1px){a{top:0}}",
    "@layer a,b;", "@layer a{a{top:0}}", "@import url(a;b{c.css) print;a{top:0}",
    "@page :first{margin:0}", "@unknown x{a}", "@unknown x;", "a{--x:}",
    "a{background:url(data:image/svg+xml;utf8,{a},b)}", "a{content:\"}\\\"}\"}",
    "a{width:calc((1px + 2px)*3)}", "a{top:0;&:hover{left:0}@media print{right:0}bottom:0}",
    "@property --x{syntax:'*';inherits:false}", "a{b:(;});c:[}]}", "@namespace a url(b);",
  ])
  func `what can apply stays as it is written`(_ css: String) {
    #expect(kept(css, always: ["--x"]) == css)
  }

  @Test func `blanks around rules and declarations go`() {
    let css =
      "\u{FEFF}\r\n a\t,\n.a { top: 0 ;\r\n left : 0; }\r\n@media print { b{} .a {top:0} }\n"
    #expect(kept(css) == "a,.a{top: 0;left : 0}@media print{.a{top:0}}")
  }

  @Test func `blocks that nothing is left of are dropped`() {
    #expect(kept("@media print{@supports (a:b){b{top:0}}/*! no */}a{}").isEmpty)
    #expect(kept("@charset \"utf-8\";@media print{}").isEmpty)
  }

  @Test func `a layer without rules keeps its place`() {
    #expect(
      kept("@layer x{b{top:0}}@layer {b{top:0}}@layer y{a{top:0}}") == "@layer x;@layer y{a{top:0}}"
    )
  }

  @Test func `only comments that ask for it stay`() {
    let css =
      "/*! A; } */ /* b */a/**/.a{/* c */top:/* d */0 /* e */;/*! F */left:0}/* } */.a{top:0}"
    #expect(kept(css) == "/*! A; } */a/**/.a{top:/**/0;/*! F */left:0}.a{top:0}")
  }

  @Test func `custom properties stay if kept values lead to them`() {
    let css = """
      :root{--x: var( --y, 1px);--y: 2px;--z: 3px;--only:1}.b{top:var(--z);--x:4px}.a{--x:5px}\
      a{top:var(--x);color:red}@media print{a{--z:1}}.a{--unused:1}
      """
    #expect(
      kept(css, always: ["--only"])
        == ":root{--x: var( --y, 1px);--y: 2px;--only:1}.a{--x:5px}a{top:var(--x);color:red}")
  }

  @Test func `a custom property of one blank stays so`() {
    #expect(
      kept("a{--x: ;--y:  1 ;top:var(--x)var(--y)}") == "a{--x: ;--y:  1;top:var(--x)var(--y)}")
  }

  @Test func `custom properties that need each other alone are dropped`() {
    #expect(kept("a{--x:var(--y);--y:var(--x)}").isEmpty)
  }

  @Test func `braces in a custom property belong to it`() {
    #expect(kept("a{--x:{b:c;d};--y:1;top:var(--x)}b{}") == "a{--x:{b:c;d};top:var(--x)}")
  }

  @Test func `keyframes stay if a kept animation names them`() {
    let css = """
      @keyframes one{to{top:var(--x)}}@-webkit-keyframes two{to{top:0}}@keyframes "three"{to{top:0}}\
      @keyframes four{to{top:0}}@keyframes five{to{top:0}}\
      a{animation:1s one;-webkit-animation-name:two;--x:1px;--spin:three;animation-name:var(--spin)}\
      b{animation:four}.a{view-timeline:five}
      """
    let text = kept(css)
    #expect(text.contains("@keyframes one") && text.contains("@-webkit-keyframes two"))
    #expect(text.contains("@keyframes \"three\"") && text.contains("--x:1px"))
    #expect(!text.contains("four{") && !text.contains("five{"))
  }

  @Test func `fonts stay if a kept font names them`() {
    let faces = """
      @font-face{font-family:"Titillium Web";src:url(t)}@font-face{src:url(l);font-family:Lora}\
      @font-face{font-family:Roboto Mono;src:url(r)}
      """
    #expect(kept(faces + "b{font-family:lora}").isEmpty)
    #expect(kept(faces + "a{font:1px/2 'titillium web'}").hasPrefix("@font-face{font-family:\"Ti"))
    #expect(kept(faces + "a{--f:LORA;font-family:var(--f)}").hasPrefix("@font-face{src:url(l)"))
    #expect(kept(faces + "a{font-family:Roboto}") == "a{font-family:Roboto}")
  }

  @Test func `what nested rules mention stays`() {
    let css = "@keyframes x{}a{--y:1;&:hover{top:var(--y);animation:x}}"
    #expect(kept(css) == css)
  }

  @Test func `the case of an at-rule's name does not matter`() {
    #expect(kept("@MEDIA print{b{top:0}}@Charset 'x';@KEYFRAMES x{}").isEmpty)
  }
}
