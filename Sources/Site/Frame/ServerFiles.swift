import Facts

/// What a web server should say with the pages, for Apache and for nginx.
enum ServerFiles {
  /// Read by Apache where it stands.
  static let apacheName = ".htaccess"
  /// To be included in a `server` of nginx, or in a `location` of its own; no page links to it.
  static let nginxName = "nginx-intestazioni.conf"

  static func headers(isTrial: Bool) -> [(String, String)] {
    [
      ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"),
      ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ] + (isTrial ? [Robots.header] : [])
  }

  private static let year = 31_536_000
  /// How long pages and data are kept, in seconds.
  private static let minutes = 300

  /// The open data by the endings of their names.
  ///
  /// Other sites may read them: they are public, and with no cookies there is nothing to steal.
  private static let data: KeyValuePairs = [
    "csv": "text/csv", "json": "application/json", "jsonld": "application/ld+json",
    "ttl": "text/turtle",
  ]
  private static var dataNames: String { "\\.(\(data.map(\.key).joined(separator: "|")))$" }
  private static let packed =
    "text/html text/css text/csv text/javascript text/plain text/turtle application/javascript application/json application/ld+json "
    + "application/xml image/svg+xml"
  /// For everyone, whatever page asks.
  private static let openness = ("Access-Control-Allow-Origin", "*")

  static func apache(
    policy: String, basePath: String, _ moves: [MovedPages.Move], isTrial: Bool = false
  ) -> String {
    let base = ServerPath(basePath)
    var lines = [
      "# Scritto da bilancio: intestazioni di sicurezza e durata delle copie.",
      "ErrorDocument 404 \(basePath)404.html", "AddDefaultCharset utf-8",
      "AddType image/svg+xml .svg", "AddType font/woff2 .woff2",
    ]
    lines += data.map { "AddType \($0.value) .\($0.key)" }
    lines += [
      "AddCharset utf-8 .csv .ttl", "Options -Indexes -ExecCGI -Includes",
      "<FilesMatch \"^(\\.|\(ServerPath(nginxName).pattern)$)\">", "  Require all denied",
      "</FilesMatch>",
      "<IfModule mod_headers.c>", "  Header always set Content-Security-Policy \"\(policy)\"",
    ]
    lines += headers(isTrial: isTrial).map { "  Header always set \($0.0) \"\($0.1)\"" }
    lines += [
      "  Header set Cache-Control \"public, max-age=\(minutes)\"",
      "  # I nomi di questi file cambiano con il loro contenuto.",
      "  <FilesMatch \"-[0-9a-f]{16}\\.(css|js|svg|woff2)$\">",
      "    Header set Cache-Control \"public, max-age=\(year), immutable\"", "  </FilesMatch>",
      "  <FilesMatch \"\(dataNames)\">",
      "    Header set \(openness.0) \"\(openness.1)\"", "  </FilesMatch>",
      "</IfModule>", "<IfModule mod_deflate.c>", "  AddOutputFilterByType DEFLATE \(packed)",
      "</IfModule>",
    ]
    lines += AttachmentServing.apache(base) + [""]
    lines.insert(
      contentsOf: moves.map { move in
        "RedirectMatch 301 \"^\(pattern(move, basePath))(/(index\\.html)?)?$\" "
          + "\"\(base.decoded)\(move.to.address)\""
      }, at: 2)
    return lines.joined(separator: "\n")
  }

  private static func pattern(_ move: MovedPages.Move, _ basePath: String) -> String {
    ServerPath(basePath + move.from.dropLast()).pattern
  }

  static func nginx(
    policy: String, basePath: String, _ moves: [MovedPages.Move], isTrial: Bool = false
  ) -> String {
    let base = ServerPath(basePath)
    var lines = [
      "# Scritto da bilancio: con `include`, dentro `server { … }` o la `location` del sito.",
      "error_page 404 \(ServerPath(basePath + "404.html").nginxWord);", "charset utf-8;",
      "gzip on;",
      "gzip_types \(packed.split(separator: " ").dropFirst().joined(separator: " "));",
    ]
    let policy = "add_header Content-Security-Policy \"\(policy)\" always;"
    let others = headers(isTrial: isTrial).map { "add_header \($0.0) \"\($0.1)\" always;" }
    let all = [policy] + others
    let brief = "add_header Cache-Control \"public, max-age=\(minutes)\";"
    lines += all + [brief]
    lines += moves.map { move in
      "location ~ \"^\(pattern(move, basePath))(/(index\\.html)?)?$\" { "
        + "return 301 \(basePath)\(move.to.address); }"
    }
    lines += AttachmentServing.nginx(base, others + [brief], sitePolicy: policy)
    lines += [
      // Quotes, because braces in a bare expression would begin the block.
      "location ~ \"-[0-9a-f]{16}\\.(css|js|svg|woff2)$\" {",
      "  # Un blocco con una sua intestazione perde quelle di fuori, e le ripete.",
    ]
    lines += all.map { "  " + $0 }
    lines += [
      "  add_header Cache-Control \"public, max-age=\(year), immutable\" always;", "}",
      "location ~ (^|/)(\\.|\(ServerPath(nginxName).pattern)$) { return 404; }",
      "location ~ \(dataNames) {",
      "  types { \(data.map { "\($0.value) \($0.key);" }.joined(separator: " ")) }",
      "  charset_types text/csv text/turtle;",
    ]
    lines += (all + [brief]).map { "  " + $0 }
    lines += ["  add_header \(openness.0) \"\(openness.1)\" always;", "}", ""]
    return lines.joined(separator: "\n")
  }
}
