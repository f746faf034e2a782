import Diagnostics
import Foundation
import Testing

@testable import Publish

/// The programs that publishing runs: what they say, and that they come to an end.
@Suite struct ToolTests {
  @Test(arguments: [
    ("Permission denied (publickey,password).", "credenziali"),
    ("Load key: Permission denied\nPermission denied (publickey).\nlost connection", "credenziali"),
    ("Failed to copy: 401 Unauthorized", "credenziali"),
    ("InvalidAccessKeyId: The key does not exist", "credenziali"),
    ("rsync: [receiver] mkstemp failed: Permission denied (13)", "permesso"),
    ("remote open \"x\": Permission denied", "permesso"),
    ("AccessDenied: Access Denied\n\tstatus code: 403", "permesso"),
    ("rsync: write failed: No space left on device (28)", "pieno"),
    ("507 Insufficient Storage", "pieno"),
    ("ssh: Could not resolve hostname x: Name or service not known", "non si trova"),
    (
      "ssh: connect to host x port 22: Connection refused\nrsync: connection unexpectedly closed",
      "non risponde"
    ),
    ("client_loop: send disconnect: Broken pipe", "linea"),
    ("Host key verification failed.\nConnection closed", "chiave"),
    ("didn't find section in config file", "rclone non conosce"),
    ("rsync: change_dir \"/x\" failed: No such file or directory (2)", "la cartella non c'è"),
    ("boh", "`prova` non è riuscito"),
  ])
  func `what tools say is told in plain words`(words: String, told: String) {
    let error = ToolFailure.error("prova", words: words, "x@y:z")
    #expect(error.message.italian.contains(told), "\(error.message.italian)")
  }

  @Test func `what a server says does nothing to a terminal and tells no password`() {
    let error = ToolFailure.error(
      "prova", words: "\u{1B}]0;PWN\u{7} https://utente:segreto@server/x boh\u{9B}31m", "x")
    let told = error.message.italian
    #expect(!told.contains("segreto") && told.contains("://…@server"))
    #expect(told.unicodeScalars.allSatisfy { !$0.properties.isDefaultIgnorableCodePoint })
    #expect(told.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    let names = PublishError.inTheWay(["a\nb", "c\u{1B}[31m"], at: "x").message.italian
    #expect(names.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test func `a tool that gives no sign is ended, with what it started`() async {
    let error = await #expect(throws: PublishError.self) {
      try await Tool(name: "sh", package: "dash").ask(
        ["-c", "sleep 1000 & wait"], patience: .seconds(1))
    }
    #expect(error?.message.italian.contains("non dà segno da 1 secondo") == true)
  }

  @Test func `a tool that does not stop talking is ended`() async {
    let error = await #expect(throws: PublishError.self) {
      try await Tool(name: "yes", package: "coreutils").ask([])
    }
    #expect(error?.message.italian.contains("non smette di scrivere") == true)
  }

  @Test(.slow)
  func `a tool may end before it has read what it is given, and say much`() async throws {
    let tool = Tool(name: "sh", package: "dash")
    let much = String(repeating: "riga\n", count: 400_000)
    let answer = try await tool.ask(["-c", "exit 3"], input: much)
    #expect(answer.status == 3)
    let words = try await tool.ask(
      ["-c", "echo inizio >&2; cat >&2; echo fine >&2; exit 1"], input: much)
    #expect(words.errors.hasPrefix("inizio\n") && words.errors.hasSuffix("\nfine\n"))
    #expect(words.errors.utf8.count < 100_000)
  }
}
