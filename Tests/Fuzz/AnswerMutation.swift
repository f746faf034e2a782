import Diagnostics
import Files
import Publish

/// What tools repeat of the words of a server, which may be anything.
enum AnswerMutation {
  private enum Form: CaseIterable {
    case rsync, rclone, sftp, features, trouble, address
  }

  private static let names = [
    "index.html", "2021/index.html", ".", "..", "../fuori.html", "/etc/passwd", "a//b", "./a", " a",
    "\u{301}a", "a\u{301}", "perché.html", "a b", "-rf", "a\\#012b", "a\\#377", "|", "a|b", "",
    "x.rclonelink", ".rclonelink", ".bilancio-in-corso", ".bilancio-in-corso/elenco.csv",
    ".bilancio-in-corso/turno-0123abcd-20261121T203000Z.txt",
    ".bilancio-in-corso/turno-0123abcd-99999999T999999Z.txt", "bilancio-manifest.csv",
    "a/b/c/d/e/f", "\u{1B}[31m", "\u{202E}a",
  ]

  private static let words = [
    "Permission denied (publickey,password).", "No space left on device", "Connection timed out",
    "https://utente:segreto@www.esempio.it/", "ftp://a@b:la@segreto@esempio.it",
    "curl: (7) Failed to connect", "sftp> -ls -lan \".\"",
    "rsync error: some files/attrs were not transferred (code 23)", "\u{1B}[2J", "\r", "\u{85}",
    "Couldn't stat remote file: No such file or directory", "{\"Move\": true}",
    "{\"Features\": {\"Move\": true, \"PartialUploads\": true}}", "200", "404", "000", "½",
  ]

  static func faults(_ chance: inout Chance) -> [String] {
    let forms = Form.allCases
    let form = forms[chance.below(forms.count)]
    var text = written(form, &chance)
    if chance.below(3) == 0 {
      text = String(decoding: Mutation.mutated(Array(text.utf8), &chance), as: UTF8.self)
    }
    switch form {
    case .rsync: return faults(of: Listing(rsync: text))
    case .rclone: return faults(of: Listing(rclone: text))
    case .sftp: return faults(of: Listing(sftp: text, of: ["", "2021", ".bilancio-in-corso"]))
    case .features:
      _ = RcloneStore.showsHalf(text)
      return []
    case .trouble: return faults(of: ToolFailure.error("rsync", words: text, "posto").message)
    case .address:
      let status = chance.one(of: words)
      let reason = LiveVerification.reason(status, errors: text, isSuccess: chance.below(2) == 0)
      return reason.map(faults) ?? []
    }
  }

  private static func written(_ form: Form, _ chance: inout Chance) -> String {
    // Seldom so many that what takes its square would not end.
    let count = chance.below(100) == 0 ? 20_000 : chance.below(12)
    var lines: [String] = form == .sftp ? ["sftp> cd \"sito\""] : []
    for _ in 0..<count {
      let name = chance.one(of: names)
      let size = chance.one(of: ["45", "-1", "1099511627776"] + Mutation.extremes)
      let kind = chance.one(of: ["-", "d", "l", "", "é"])
      switch form {
      case .rsync: lines.append("\(kind)rw-r--r--  \(size) 2026/11/21 20:30:00 \(name)")
      case .rclone: lines.append("\(size)|\(name)" + (kind == "d" ? "/" : ""))
      case .sftp where chance.below(4) == 0: lines.append("sftp> -ls -lan \"\(name)\"")
      case .sftp:
        lines.append("\(kind)rw-r--r-- ? 1000 1000 \(size) Nov 21 20:30 ./\(name)")
      case .features, .trouble, .address: lines.append(chance.one(of: words))
      }
    }
    return lines.joined(separator: chance.one(of: ["\n", "\n", "\r\n", "\r"])) + "\n"
  }

  /// Nothing that is told of a place stands outside it.
  private static func faults(of listing: Listing) -> [String] {
    let paths = Set(listing.files.keys).union(listing.folders)
    return paths.sorted().flatMap { path -> [String] in
      var found: [String] = []
      if path.isEmpty || Path.normalised(path) != path { found.append("leaves: \(path)") }
      if let ticket = Ticket(path: path), ticket.path != path {
        found.append("another's turn: \(path)")
      }
      return found
    }
  }

  /// What a server says ends no line and commands no terminal.
  private static func faults(of message: Phrase) -> [String] {
    [message.italian, message.english].filter(Path.hasControls).map { "controls: \($0)" }
      + (message.italian.contains("segreto") ? ["a password: \(message.italian)"] : [])
  }
}
