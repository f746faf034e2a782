import Diagnostics
import Files
import Foundation
import Testing

@testable import Publish

/// Places on a server, and the names of releases there.
@Suite struct PublishingPlaceTests {
  @Test(arguments: [
    ("u@server.it:sito", "u@server.it", "sito"), ("server:", "server", "."),
    ("server:~", "server", "."), ("u@server:~/sito/", "u@server", "sito"),
    ("u@server:/var/www/il sito/", "u@server", "/var/www/il sito"),
    ("nome.cognome@ente.it@server:x", "nome.cognome@ente.it@server", "x"),
    ("u@[::1]:x", "u@[::1]", "x"), ("DOM\\u@server:2021", "DOM\\u@server", "2021"),
  ])
  func `a place on a server has a user, a name and a folder`(
    location: String, host: String, folder: String
  ) throws {
    let place = try SecureShellPlace(location, Access())
    #expect(place.host == host)
    #expect(place.folder == folder)
  }

  @Test(arguments: [
    "u@-oProxyCommand=touch x:c", "-oProxyCommand=x:c", "-u@server:c", "u@server",
    "u:parola@server:c",
    "u@server::modulo", "rsync://server/modulo", "sftp://u@server/x", "u@server:22:x",
    "u@server:~altri/x",
    "u@serv er:x", "u@server;x:c", "u@$(x):c", "u@`x`:c", "u@server/x:c", "u@server:a\nb", ":x", "",
  ])
  func `what is no place on a server is refused, and no password repeated`(location: String) {
    let error = #expect(throws: PublishError.self) { try SecureShellPlace(location, Access()) }
    #expect(error?.help != nil)
    #expect(error?.message.italian.contains("parola") == false)
  }

  @Test(arguments: [
    (nil, "20261106T212000Z-1a2b3c4d"),
    ("20251106T212000Z-aaaaaaaa", "20261106T212000Z-1a2b3c4d"),
    ("20261106T212000Z-aaaaaaaa", "20261106T212001Z-1a2b3c4d"),
    ("20461231T235959Z-aaaaaaaa", "20470101T000000Z-1a2b3c4d"),
    ("99991231T235958Z-aaaaaaaa", "99991231T235959Z-1a2b3c4d"),
    ("99991231T235959Z-ffffffff", "99991231T235959Z.000001-1a2b3c4d"),
    ("99991231T235959Z.000009-ffffffff", "99991231T235959Z.000010-1a2b3c4d"),
  ])
  func `a release is named later than all others, whatever the clock`(last: String?, name: String) {
    let found = ReleaseFolder.name(
      after: last, Timestamp(seconds: 1_794_000_000), "1a2b3c4d5e6f")
    #expect(found == name)
    #expect(last.map { $0 < found } ?? true)
  }

  @Test func `moments are written and read`() throws {
    let moment = Timestamp(seconds: 1_794_000_000)
    #expect(moment.text == "2026-11-06T21:20:00Z")
    #expect(Timestamp(name: moment.name + "-1a2b3c4d") == moment)
    #expect(Timestamp(name: "domani") == nil)
  }

  @Test func `moments have years of four digits`() {
    #expect(Timestamp(seconds: .max).name == "99991231T235959Z")
    #expect(Timestamp(seconds: .min).name == "19700101T000000Z")
    #expect(Timestamp.last.next == Timestamp.last)
  }
}
