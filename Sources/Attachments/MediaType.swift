/// What a server says that a file is, by the ending of its name (https://www.iana.org/assignments/media-types).
package enum MediaType {
  /// - Parameter ending: in lower case.
  /// - Returns: nil for an ending that no attachment has.
  package static func of(_ ending: String) -> String? { all[ending] }

  private static let all: [String: String] = [
    "pdf": "application/pdf", "p7m": "application/pkcs7-mime", "p7s": "application/pkcs7-signature",
    "tsd": "application/timestamped-data",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "odg": "application/vnd.oasis.opendocument.graphics",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "epub": "application/epub+zip", "zip": "application/zip",
    "kmz": "application/vnd.google-earth.kmz", "rtf": "application/rtf",
    "txt": "text/plain; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8", "json": "application/json",
    "geojson": "application/geo+json", "vtt": "text/vtt; charset=utf-8",
    "srt": "application/x-subrip", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "svg": "image/svg+xml",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "oga": "audio/ogg",
    "wav": "audio/wav", "mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm",
    "gpkg": "application/geopackage+sqlite3",
  ]
}
