import Files

/// How servers show what contributors bring: as files, never as programs or pages of the site.
///
/// What is published is looked at before (`FileFlaw`); this is a second wall, for what gets by.
enum AttachmentServing {
  /// Nothing runs and nothing is fetched.
  ///
  /// PDF is left out: Chrome does not show one in a sandbox.
  private static let policy =
    "sandbox; default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'"

  /// The policy for a file of the site by its path in it; nil for what is no attachment, and for PDF.
  static func policy(of path: String) -> String? {
    let parts = path.split(separator: "/").prefix(3)
    guard parts.dropLast().prefix(2).contains("file"), Path.ending(of: path) != "pdf" else {
      return nil
    }
    return policy
  }

  /// The folders of the site that they stand in.
  private static func folders(_ base: ServerPath) -> String { "^\(base.pattern)([^/]+/)?file/" }

  static func apache(_ base: ServerPath) -> [String] {
    let folders = folders(base)
    var lines = [
      "# Gli allegati sono documenti: nessun programma li esegue.",
      "<If \"%{REQUEST_URI} =~ m#\(folders)#\">", "  SetHandler none",
    ]
    // PHP says what it is called by its version.
    for module in ["mod_php.c", "mod_php7.c", "mod_php5.c"] {
      lines += ["  <IfModule \(module)>", "    php_flag engine off", "  </IfModule>"]
    }
    return lines + [
      "</If>",
      "<If \"%{REQUEST_URI} =~ m#\(folders)# && %{REQUEST_URI} !~ m#\\.pdf$#i\">",
      "  <IfModule mod_headers.c>",
      "    Header always set Content-Security-Policy \"\(policy)\"", "  </IfModule>", "</If>",
    ]
  }

  /// - Parameters:
  ///   - headers: the lines for any file, the policy apart.
  ///   - sitePolicy: the line with the policy of the pages.
  static func nginx(_ base: ServerPath, _ headers: [String], sitePolicy: String) -> [String] {
    let folders = folders(base)
    let own = "add_header Content-Security-Policy \"\(policy)\" always;"
    return [
      "# Gli allegati sono documenti: questi blocchi stanno prima di quelli che eseguono programmi.",
      "location ~* \"\(folders).*\\.pdf$\" {", "  default_type application/pdf;",
    ] + ([sitePolicy] + headers).map { "  " + $0 } + [
      "}", "location ~ \"\(folders)\" {",
      "  types { \(types.map { "\($0.key) \($0.value);" }.joined(separator: " ")) }",
      "  default_type application/octet-stream;", "  charset_types text/plain text/csv text/vtt;",
    ] + ([own] + headers).map { "  " + $0 } + ["}"]
  }

  /// The types of what is accepted (`FileKind`), which not every server knows.
  private static let types: KeyValuePairs = [
    "text/plain": "txt srt", "text/csv": "csv", "text/tab-separated-values": "tsv",
    "text/vtt": "vtt", "application/json": "json", "application/geo+json": "geojson",
    "application/pkcs7-mime": "p7m", "application/rtf": "rtf", "application/epub+zip": "epub",
    "application/zip": "zip", "application/vnd.google-earth.kmz": "kmz",
    "application/geopackage+sqlite3": "gpkg",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "application/vnd.oasis.opendocument.graphics": "odg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "image/png": "png", "image/jpeg": "jpg jpeg", "image/gif": "gif", "image/webp": "webp",
    "image/avif": "avif", "image/svg+xml": "svg", "audio/mpeg": "mp3", "audio/mp4": "m4a",
    "audio/ogg": "ogg oga", "audio/wav": "wav", "video/mp4": "mp4 m4v", "video/webm": "webm",
  ]
}
