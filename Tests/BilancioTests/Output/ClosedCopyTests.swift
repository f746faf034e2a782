import Diagnostics
import Foundation
import Testing

@testable import Archive
@testable import Output

/// What the copy of a closed edition may hold: pages, paths, attachments, its fingerprint.
@Suite struct ClosedCopyTests {
  private static let policy =
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; "
    + "form-action 'self'; base-uri 'none'"

  @Test(arguments: [
    ("<p>bene</p>", false),
    ("<script src=\"https://evil.example/x.js\"></script>", true),
    ("<script>alert(1)</script>", true), ("<SCRIPT>alert(1)</SCRIPT>", true),
    ("<script src=\"/assets/altro.js\"></script>", true),
    ("<script type=\"application/ld+json\">{\"a\": 1}</script>", false),
    ("<script type=\"application/ld+json\"><!--<script></script><!--</script>", true),
    ("<p onclick=\"x()\">x</p>", true), ("<p/ONCLICK=x()>x</p>", true),
    ("<a href=\"javascript:alert(1)\">x</a>", true),
    ("<a href=\" JaVaScript:alert(1)\">x</a>", true),
    ("<a href=\"java&#115;cript:alert(1)\">x</a>", true),
    ("<a href=\"javascript&colon;alert(1)\">x</a>", true),
    ("<a href=\"java\tscript:alert(1)\">x</a>", true),
    ("<a href=\"data:text/html,x\">x</a>", true),
    ("<a href=\"https://altri.example/\">x</a>", false), ("<a href=\"mailto:a@b.it\">x</a>", false),
    ("<iframe src=\"/x/\"></iframe>", true), ("<object data=\"/x/\"></object>", true),
    ("<embed src=\"/x\">", true), ("<base href=\"https://evil.example/\">", true),
    ("<meta http-equiv=\"refresh\" content=\"0; url=https://evil.example/\">", true),
    ("<meta http-equiv=\"refresh\" content=\"0; url=//evil.example/\">", true),
    ("<meta http-equiv=\"refresh\" content=\"0; url=/2021/\">", false),
    ("<meta http-equiv=\"set-cookie\" content=\"a=b\">", true),
    ("<link rel=\"stylesheet\" href=\"https://evil.example/x.css\">", true),
    ("<link rel=\"stylesheet\" href=\"/assets/stile.css\">", false),
    ("<img src=\"//evil.example/x.png\" alt=\"\">", true),
    ("<img src=\"/2021/file/x.png\" alt=\"\">", false),
    ("<img src=\"/\\evil.example/x.png\" alt=\"\">", true),
    ("<img src=\" //evil.example/x.png\" alt=\"\">", true),
    ("<img srcset=\"/x.png 1x, //evil.example/x.png 2x\" alt=\"\">", true),
    ("<link rel=\"dns-prefetch\" href=\"//evil.example\">", true),
    ("<link rel=\"next preconnect\" href=\"https://evil.example\">", true),
    ("<link rel=\"icon\" href=\"/assets/icona.svg\">", false),
    ("<link rel=\"canonical\" href=\"https://altri.example/\">", false),
    ("<!--><script>alert(1)</script>-->", true), ("<!-- --!><script>alert(1)</script>-->", true),
    ("<?x a=\"><script>alert(1)</script>\">", true), ("</ x><script>alert(1)</script>", true),
    ("<title><!--</title><script>alert(1)</script>-->", true),
    ("<!-- <script>alert(1)</script> -->", false),
    ("<svg><set attributeName=\"href\" to=\"javascript:alert(1)\"></set></svg>", true),
  ])
  func `a page of a copy is one that the program could have made`(middle: String, isForged: Bool) {
    let page =
      "<!doctype html><html lang=\"it\"><head><meta charset=\"utf-8\"><meta http-equiv=\""
      + "Content-Security-Policy\" content=\"\(ClosedCopyTests.policy)\"><title>x</title></head>"
      + "<body>\(middle)</body></html>"
    let flaw = ClosedPage.flaw(
      in: Array(page.utf8), base: "https://comune.example.it/", files: ["assets/stile.css"])
    #expect((flaw != nil) == isForged, "\(middle): \(flaw?.italian ?? "")")
  }

  @Test(arguments: [
    ("", ""), ("<script src=\"/assets/a.js\"></script>", policy), ("<p>x</p>", policy),
    ("x", policy),
    ("", "default-src *"), ("", policy + "; script-src *"),
    ("", policy.replacing("script-src 'self'", with: "script-src 'self' 'unsafe-inline'")),
    ("", policy.replacing("base-uri 'none'", with: "base-uri *")),
    ("", policy.replacing("default-src 'none'; ", with: "")),
  ])
  func `a page of a copy says first of all what it may load`(before: String, policy: String) {
    let meta =
      policy.isEmpty ? "" : "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"
    let page = "<!doctype html><html><head>\(before)\(meta)</head><body>x</body></html>"
    let flaw = ClosedPage.flaw(
      in: Array(page.utf8), base: "https://comune.example.it/", files: ["assets/a.js"])
    #expect(flaw != nil)
  }

  @Test(arguments: [
    ("a: 1\nchiusa: true\nb: 2\n", "a: 1\nchiusa: true\nimpronta: x\nb: 2\n"),
    ("a: 1\nchiusa: true", "a: 1\nchiusa: true\nimpronta: x"),
    ("chiusa: true\r\nb: 2\r\n", "chiusa: true\r\nimpronta: x\r\nb: 2\r\n"),
    ("closed: true\n", "closed: true\nfingerprint: x\n"),
    ("impronta: y\nchiusa: true\n", "chiusa: true\nimpronta: x\n"),
    ("{chiusa: true}\n", nil), ("  chiusa: true\n", nil), ("chiusa:\n  true\nb: 2\n", nil),
    ("chiusa: >-\n  true\n", nil), ("chiusa: &a true\n", nil),
  ])
  func `a fingerprint is written below the mark, and changes nothing else`(
    text: String, expected: String?
  ) {
    let new = Fingerprint.stating("impronta: x", in: Array(text.utf8))
    #expect(new.map { String(decoding: $0, as: UTF8.self) } == expected)
    if let expected, !text.contains("impronta") {
      #expect(Fingerprint.settled(expected) == Array(text.utf8))
    }
  }

  @Test(arguments: [
    ("2021/file/a.pdf", "%PDF-1.7", true), ("2021/file/a.pdf", "<html><script>x</script>", false),
    ("file/a.csv", "a;b", true), ("file/a.csv", "<?php x(); ?>", false),
    ("2021/file/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", true),
    ("2021/file/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>", false),
    ("2021/file/a.docm", "PK", false), ("2021/file/a.kml", "<kml/>", false),
    ("2021/file/x.php/a.pdf", "%PDF-1.7", false), ("2021/dati/x.csv", "<?php", true),
    ("assets/x-0123456789abcdef.js", "x()", true), ("assets/x-0123456789abcdef.php", "", false),
    ("assets/x.php-0123456789abcdef.css", "", false), ("2021/x.svg", "", false),
    ("2021/bilancio-sociale-2021.pdf", "%PDF-1.7", true),
    ("2021/bilancio-sociale-2021-obiettivo-scuole.pdf", "%PDF-1.7", true),
    ("2021/bilancio-sociale-2021.php", "", false),
    ("2021/bilancio-sociale-2021.php.pdf", "", false),
    ("2021/bilancio-sociale-2021x.pdf", "", false), ("2021/x/bilancio-sociale-2021.pdf", "", false),
    ("2020/bilancio-sociale-2020.pdf", "", false), ("2021/altro.pdf", "", false),
    ("2021/anteprima.png", "\u{89}PNG", false), ("2021/anteprima.png", "<script>", false),
    ("2021/altra.png", "", false),
  ])
  func `what a copy has of attachments is what may be attached`(
    path: String, text: String, isRight: Bool
  ) {
    let flaw = ClosedPath.flaw(
      of: path, edition: "2021", head: Array(text.utf8), byteCount: text.utf8.count)
    #expect((flaw == nil) == isRight, "\(path): \(flaw?.italian ?? "")")
  }
}
