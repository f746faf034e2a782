import Files

/// What the name of a file would make of it on a server or a reader's machine.
package enum AttachmentName {
  package enum Flaw: Equatable, Sendable {
    /// What a server runs, wherever in the name it stands: Apache takes `a.php.pdf` for a program too
    /// (https://httpd.apache.org/docs/2.4/mod/mod_mime.html#multipleext).
    case run(String)
    /// A page or a script, which would speak as the site itself.
    case page(String)
    /// What a reader's machine runs.
    case program(String)
    case macros(String)
    /// Office's formats before 2007, which may hold macros that nobody sees.
    case oldOffice(String)
    case markup(String)
    case unknown(String)
    case noEnding
    /// A blank or a full stop at the end, which Windows takes away.
    case end
  }

  /// The word in the name of a file that is no attachment that makes a server run it, or a browser take it for
  /// a page; nil where there is none.
  package static func activeWord(of name: String, besides harmless: Set<String>) -> String? {
    if serverFiles.contains(name.lowercased()) { return name }
    return words(of: name[...]).first {
      (run.contains($0) || pages.contains($0)) && !harmless.contains($0)
    }
  }

  /// - Parameter path: of the file; its folders count, since IIS asks them too.
  package static func flaw(of path: String) -> Flaw? {
    let parts = path.split(separator: "/")
    for folder in parts.dropLast() {
      for word in words(of: folder) where run.contains(word) { return .run(word) }
    }
    guard let name = parts.last else { return .noEnding }
    for word in words(of: name) {
      if run.contains(word) { return .run(word) }
      if pages.contains(word) { return .page(word) }
    }
    if serverFiles.contains(name.lowercased()) { return .run(String(name)) }
    if name.last == "." || name.last?.isWhitespace == true { return .end }
    let ending = Path.ending(of: String(name))
    if ending.isEmpty { return .noEnding }
    if FileKind.all[ending] != nil { return nil }
    if programs.contains(ending) { return .program(ending) }
    if withMacros.contains(ending) { return .macros(ending) }
    if oldOffice.contains(ending) { return .oldOffice(ending) }
    if markup.contains(ending) { return .markup(ending) }
    return .unknown(ending)
  }

  /// The letters and digits behind each full stop: of `a.php;x.jpg` they are `php` and `jpg`.
  private static func words(of name: Substring) -> [String] {
    name.lowercased().split(separator: ".", omittingEmptySubsequences: false).dropFirst().map {
      part in
      String(part.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber })
    }
  }

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }

  private static let run = set(
    "php php2 php3 php4 php5 php6 php7 php8 phps pht phtm phtml phar hphp pgif "
      + "cgi fcgi pl py pyc sh bash lua rb erb shtml shtm stm "
      + "asp aspx asa asax ascx ashx asmx axd cshtml vbhtml cer cdx idc idq htr "
      + "jsp jspx jspf jspa jsw jsv cfm cfml cfc htaccess htpasswd config")
  private static let pages = set(
    "html htm xhtml xht shtml mht mhtml js mjs cjs wasm swf xsl xslt hta htc svgz")
  private static let programs = set(
    "exe com bat cmd ps1 vbs vbe wsf wsh scr pif msi msix cpl dll jar jnlp lnk url webloc desktop "
      + "app dmg pkg deb rpm apk iso img reg chm jse so bin run appimage")
  private static let withMacros = set(
    "docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam sldm dot dotx xlt xla ott")
  private static let oldOffice = set("doc xls ppt pps wri mdb accdb pub")
  private static let markup = set("xml kml gpx rss atom rdf owl wsdl xsd dtd gml")
  private static let serverFiles: Set<String> = ["web.config", ".htaccess", ".user.ini", "php.ini"]
}
