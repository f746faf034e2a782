import Testing

/// What is written for web servers.
@Suite struct ServerFileTests {
  private func site(_ lines: String) async throws -> [String: String] {
    try await MadeReport([
      "sito.yml": """
      tipo: sito
      ente:
        nome: Comune di Prova
      indirizzo: https://bilancio.example.it/
      \(lines)
      """
    ]).pages
  }

  @Test func `nothing runs in the folders of attachments`() async throws {
    let pages = try await site("feedback:\n  modo: nessuno")
    let apache = try #require(pages[".htaccess"])
    #expect(apache.contains("<If \"%{REQUEST_URI} =~ m#^/([^/]+/)?file/#\">\n  SetHandler none"))
    #expect(apache.contains("php_flag engine off"))
    #expect(apache.contains("Content-Security-Policy \"sandbox; default-src 'none'"))
    let nginx = try #require(pages["nginx-intestazioni.conf"])
    #expect(nginx.contains("location ~ \"^/([^/]+/)?file/\" {"))
    #expect(nginx.contains("  default_type application/octet-stream;"))
    #expect(nginx.contains("  add_header Content-Security-Policy \"sandbox; default-src 'none'"))
  }

  @Test(arguments: [
    ("https://risposte.example.it/x?y", "form-action 'self' https://risposte.example.it;"),
    ("https://comune.forlì.it:8443/x", "form-action 'self' https://comune.xn--forl-tpa.it:8443;"),
    ("https://a.it;sandbox/x", "form-action 'self';"), ("https://a%41.it/f", "form-action 'self';"),
    ("https://a.it'x/f", "form-action 'self';"), ("https://a.it\\nx/f", "form-action 'self';"),
    ("https://u:p@a.it/f", "form-action 'self';"),
  ])
  func `an address of the form begins no directive`(action: String, policy: String) async throws {
    let pages = try await site(
      "feedback:\n  modo: utile\n  accesso: tutti\n  azione: \"\(action)\"\n")
    for name in [".htaccess", "nginx-intestazioni.conf", "index.html"] {
      let text = pages[name] ?? ""
      #expect(name == "index.html" || text.contains(policy), "\(name)")
      #expect(!text.contains("a.it;sandbox") && !text.contains("%41"), "\(name)")
    }
  }
}
