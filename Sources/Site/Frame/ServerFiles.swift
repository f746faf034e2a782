/// What a web server should say with the pages, for Apache and for nginx.
enum ServerFiles {
  /// Read by Apache where it stands.
  static let apacheName = ".htaccess"
  /// To be included in a `server` of nginx; no page links to it.
  static let nginxName = "nginx-intestazioni.conf"

  private static let headers = [
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
  ]
  private static let year = 31_536_000

  static func apache(policy: String, basePath: String) -> String {
    var lines = [
      "# Scritto da bilancio: intestazioni di sicurezza e durata delle copie.",
      "ErrorDocument 404 \(basePath)404.html", "AddDefaultCharset utf-8",
      "AddType image/svg+xml .svg", "AddType font/woff2 .woff2", "Options -Indexes",
      "<Files \"\(nginxName)\">", "  Require all denied", "</Files>",
      "<IfModule mod_headers.c>", "  Header always set Content-Security-Policy \"\(policy)\"",
    ]
    lines += headers.map { "  Header always set \($0.0) \"\($0.1)\"" }
    lines += [
      "  Header set Cache-Control \"public, max-age=300\"",
      "  # I nomi di questi file cambiano con il loro contenuto.",
      "  <FilesMatch \"-[0-9a-f]{16}\\.(css|js|svg|woff2)$\">",
      "    Header set Cache-Control \"public, max-age=\(year), immutable\"", "  </FilesMatch>",
      "</IfModule>", "<IfModule mod_deflate.c>",
      "  AddOutputFilterByType DEFLATE text/html text/css application/json text/csv image/svg+xml "
        + "application/xml text/plain",
      "</IfModule>", "",
    ]
    return lines.joined(separator: "\n")
  }

  static func nginx(policy: String, basePath: String) -> String {
    var lines = [
      "# Scritto da bilancio: dentro `server { … }`, con `include`.",
      "error_page 404 \(basePath)404.html;", "charset utf-8;",
      "gzip on;",
      "gzip_types text/css application/json text/csv image/svg+xml application/xml text/plain;",
    ]
    let all =
      ["add_header Content-Security-Policy \"\(policy)\" always;"]
      + headers.map { "add_header \($0.0) \"\($0.1)\" always;" }
    lines += all
    lines += [
      "location ~ -[0-9a-f]{16}\\.(css|js|svg|woff2)$ {",
      "  # Un blocco con una sua intestazione perde quelle di fuori, e le ripete.",
    ]
    lines += all.map { "  " + $0 }
    lines += [
      "  add_header Cache-Control \"public, max-age=\(year), immutable\" always;", "}",
      "location ~ (^|/)(\\.|\(nginxName.replacing(".", with: "\\."))$) { return 404; }", "",
    ]
    return lines.joined(separator: "\n")
  }
}
