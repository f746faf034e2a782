/// The parts that word processors look for though the styles say all that they could: colours and letters by name.
enum WordTheme {
  private static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  static let fonts = """
    \(start)<w:fonts xmlns:w="\(WordParts.namespace)">
    \(font(WordStyles.font, "swiss"))
    \(font(WordStyles.codeFont, "modern"))
    </w:fonts>

    """

  private static func font(_ name: String, _ family: String) -> String {
    "<w:font w:name=\"\(name)\"><w:charset w:val=\"00\"/><w:family w:val=\"\(family)\"/>"
      + "<w:pitch w:val=\"\(family == "modern" ? "fixed" : "variable")\"/></w:font>"
  }

  /// - Parameter colour: the theme's, as six digits.
  static func part(_ colour: String) -> String {
    let quiet = WordStyles.quiet
    let colours = [
      ("dk1", "191919"), ("lt1", "FFFFFF"), ("dk2", quiet), ("lt2", "F2F5F8"), ("accent1", colour),
      ("accent2", quiet), ("accent3", "12436D"), ("accent4", "801650"), ("accent5", "3D3D3D"),
      ("accent6", "9AA7B3"), ("hlink", WordStyles.link), ("folHlink", WordStyles.link),
    ].map { "<a:\($0)><a:srgbClr val=\"\($1)\"/></a:\($0)>" }.joined()
    let letters = ["major", "minor"].map {
      "<a:\($0)Font><a:latin typeface=\"\(WordStyles.font)\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:\($0)Font>"
    }.joined()
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    func thrice(_ name: String, _ content: String) -> String {
      "<a:\(name)>\(String(repeating: content, count: 3))</a:\(name)>"
    }
    let forms =
      thrice("fillStyleLst", fill) + thrice("lnStyleLst", "<a:ln>\(fill)</a:ln>")
      + thrice("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>")
      + thrice("bgFillStyleLst", fill)
    return """
      \(start)<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Bilancio"><a:themeElements>
      <a:clrScheme name="Bilancio">\(colours)</a:clrScheme>
      <a:fontScheme name="Bilancio">\(letters)</a:fontScheme>
      <a:fmtScheme name="Bilancio">\(forms)</a:fmtScheme>
      </a:themeElements></a:theme>

      """
  }
}
