import Diagnostics
import Files
import Testing

@testable import Attachments
@testable import Site

/// What a contributor may bring: documents and pictures of listed kinds.
@Suite struct AttachmentTests {
  private func flaw(_ name: String, _ text: String = "") -> FileFlaw? {
    let bytes = Array(text.utf8)
    return FileFlaw(path: "2021/file/\(name)", head: bytes, byteCount: bytes.count)
  }

  @Test(arguments: [
    "a.php", "a.pHp", "a.phtml", "a.phar", "a.cgi", "a.pl", "a.py", "a.sh", "a.shtml", "a.asp",
    "a.aspx", "a.jsp", "web.config", ".htaccess", ".htpasswd", ".user.ini", "a.html", "a.xhtml",
    "a.mht", "a.js", "a.mjs", "a.wasm", "a.swf", "a.exe", "a.hta", "a.lnk", "a.url", "a.bat",
    "a.scr", "a.jar", "a.xml", "a.kml", "a.svgz", "a.docm", "a.xlsm", "a.doc", "a.eml", "senza",
    "a.php.pdf", "a.pdf.php", "a.php.", "a.pdf.", "a.pdf ", "a.asp;.jpg", "a.php::$DATA",
    "a.php .pdf", "a.php%00.jpg", "a.php\u{A0}.pdf", "a.p\u{200B}df", "evil.php/a.pdf", "a.рdf",
    "a.html.pdf",
  ])
  func `what is no document is refused by its name`(name: String) {
    #expect(flaw(name)?.isForbidden == true)
  }

  @Test(arguments: [
    "a.pdf", "A.PDF", "a.pdf.p7m", "D.G.C. n. 45 del 2.3.2021.pdf", "bando v1.2 (copia).pdf",
    "www.comune.prova.it.pdf", "a.odt", "a.ods", "a.docx", "a.xlsx", "a.pptx", "a.rtf", "a.txt",
    "a.csv", "a.json", "a.geojson", "a.zip", "a.epub", "a.png", "a.jpg", "a.jpeg", "a.gif",
    "a.webp", "a.avif", "a.svg", "a.mp3", "a.ogg", "a.wav", "a.m4a", "a.mp4", "a.webm", "a.vtt",
    "1.1-scuole/perché?.pdf", "verbale#3.pdf", "50%.pdf", "a&b.pdf",
  ])
  func `documents and pictures are accepted as people name them`(name: String) {
    #expect(flaw(name) == nil)
  }

  @Test(arguments: [
    ("a.pdf", "<!DOCTYPE html><title>Errore</title>"), ("a.jpg", "MZ\u{0}\u{0}programma"),
    ("a.png", "\u{7F}ELF"), ("a.txt", "#!/bin/sh\n"), ("a.jpg", "GIF89a<?php system(1);"),
    ("a.txt", "ciao <!--#exec cmd=\"id\" -->"), ("a.csv", "\u{FEFF} <script>"),
    ("a.docx", "PK\u{3}\u{4}word/vbaProject.bin"), ("a.odt", "PK\u{3}\u{4}Basic/script-lc.xml"),
  ])
  func `a name does not hide what would be run`(name: String, text: String) {
    #expect(flaw(name, text)?.isForbidden == true)
  }

  @Test func `a file that is damaged is told, and no more`() {
    #expect(flaw("a.pdf", "non è un PDF") == .content(.other, ending: "pdf"))
    #expect(flaw("a.docx", "testo") == .content(.other, ending: "docx"))
    #expect(flaw("a.pdf", "%PDF-1.7\n/OpenAction 3 0 R") == nil)
    #expect(flaw("a.pdf", "%PDF-1.7\n/S /JavaScript /JS (x)") == .content(.actions, ending: "pdf"))
    #expect(flaw("a.pdf", "non è un PDF")?.isForbidden == false)
    // Browsers show a picture under the name of another.
    #expect(flaw("a.jpg", "GIF89a") == nil)
    #expect(flaw("a.txt", "MZ è una sigla") == nil)
  }

  @Test func `a drawing is looked through to its end, or not published`() {
    let text = Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)
    #expect(FileFlaw(path: "a.svg", head: text, byteCount: text.count + 1) == .drawing(.tooLarge))
  }

  @Test func `what is refused is told where it is named, and the page does without it`()
    async throws
  {
    let text = """
      ---
      tipo: realizzazione
      numero: 1
      titolo: Una nuova mensa in via Roma
      in_breve: La mensa di via Roma è aperta da settembre.
      ufficio: scuola
      stato: completata
      stato_al: 2021-12-31
      aggiornato_il: 2021-12-31
      allegati:
        - titolo: Programma
          file: shell.php
          accessibile: sì
      ---

      C'è il [programma](shell.php) e ![un disegno](a.svg).
      """
    let php = Array("<?php".utf8)
    let svg = Array("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".utf8)
    let made = try await MadeReport(
      ["2021/1-scuole/1-nuova-mensa.md": text],
      assets: [
        Folder.Asset(path: "2021/1-scuole/shell.php", byteCount: php.count, head: php),
        Folder.Asset(path: "2021/1-scuole/a.svg", byteCount: svg.count, head: svg),
      ])
    let found = made.diagnostics.filter { $0.severity == .error }
    #expect(found.count { $0.identifier == .forbiddenFile } == 2)
    #expect(found.count { $0.identifier == .activeDrawing } == 1)
    #expect(found.allSatisfy { $0.place != nil && $0.help != nil })
    let page = made.pages["2021/scuole/nuova-mensa/index.html"] ?? ""
    #expect(!page.contains("<img src=\"/2021/file/1-scuole/a.svg\""))
  }
}
