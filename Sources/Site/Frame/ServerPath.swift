import Files

/// A path of the site as the files of web servers want it: each has a language of its own.
struct ServerPath {
  /// With codes, as it stands in addresses.
  let encoded: String
  /// As servers compare it with what was asked for; Apache leads there, and puts the codes in by itself.
  let decoded: String

  init(_ encoded: String) {
    self.encoded = encoded
    decoded = Path.decoded(encoded) ?? encoded
  }

  /// A regular expression that matches the path and nothing else, also between quotes or `#`.
  var pattern: String {
    var result = ""
    for scalar in decoded.unicodeScalars {
      switch scalar {
      case ".": result += "\\."
      case "/", "-", "_", "~": result.unicodeScalars.append(scalar)
      default:
        // PCRE reads codes in all places; letters of other languages are bytes like others.
        if scalar.value >= 0x80 || scalar.properties.isAlphabetic
          || scalar.properties.numericType != nil
        {
          result.unicodeScalars.append(scalar)
        } else {
          let hex = String(scalar.value, radix: 16)
          result += hex.utf8.count == 1 ? "\\x0\(hex)" : "\\x\(hex)"
        }
      }
    }
    return result
  }

  /// A word of nginx, which looks for the file by it; `$` is in no address of a site.
  var nginxWord: String {
    let isPlain = decoded.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E, 0x80...: true
      default: false
      }
    }
    if isPlain { return decoded }
    let escaped = decoded.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
