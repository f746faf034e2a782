import NIOHTTP1
import Testing

@testable import Preview
@testable import Site

/// Whom the preview lets in, by what a request says.
@Suite struct PreviewGateTests {
  private static func decision(
    _ authority: String?, isShared: Bool = false, method: HTTPMethod = .GET
  ) -> RequestGate.Decision {
    let gate = RequestGate(invitations: isShared ? Invitations() : nil, sharedName: "mio-pc")
    return gate.decide(
      PreviewRequest(
        method: method, target: "/",
        headers: HTTPHeaders(authority.map { [("Host", $0)] } ?? [])), isLocal: true)
  }

  @Test(arguments: [
    "localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:65535", "[::1]",
    "[::1]:80",
  ])
  func `names of this machine are let in`(host: String) {
    #expect(PreviewGateTests.decision(host) == .open)
  }

  @Test(arguments: [
    nil, "", " ", "[::1", "[::1]x", "[::1]:", "[]", "127.0.0.1.", "localhost.", "localhost:",
    "localhost:0", "localhost:65536", "localhost:99999999999999999999", "localhost:٨٠",
    "localhost:-1",
    "localhost:+80", "localhost:80:80", "a@localhost", "localhost@evil.example",
    "localhost:80@evil",
    "evil.example", "127.0.0.1.nip.io", "127.1", "0x7f.1", "2130706433", "127.0.0.1, evil", "::1",
    "localhost/", "localhost#", "0.0.0.0", "192.168.1.7",
  ])
  func `any other host is refused`(host: String?) {
    #expect(PreviewGateTests.decision(host) == .foreign)
    if host != "192.168.1.7", host != "0.0.0.0" {
      #expect(PreviewGateTests.decision(host, isShared: true) == .foreign)
    }
  }

  @Test func `a shared preview is reached by its address`() {
    for host in ["192.168.1.7", "192.168.1.7:80", "[fe80::1]", "mio-pc:80", "MIO-PC"] {
      #expect(PreviewGateTests.decision(host, isShared: true) == .open)
    }
    for host in ["+1.0.0.1", "256.0.0.1", "1.2.3", "[zz::1]", "[]", "[1]"] {
      #expect(PreviewGateTests.decision(host, isShared: true) == .foreign)
    }
  }

  @Test(arguments: [
    ("2021/file/1-scuole/disegno.svg", true), ("file/a.txt", true), ("2021/file/a.PDF", false),
    ("2021/file/a.pdf", false), ("file", false), ("2021/file", false),
    ("2021/scuole/index.html", false),
    ("a/b/file/c.svg", false), ("assets/stile.css", false),
  ])
  func `attachments run nothing`(path: String, isBound: Bool) {
    let policy = AttachmentServing.policy(of: path)
    #expect((policy?.hasPrefix("sandbox; default-src 'none'") ?? false) == isBound)
  }

  @Test(arguments: ["POST", "PUT", "TRACE", "CONNECT", "PROPFIND", "FOO", "get"])
  func `one can only read`(method: String) {
    #expect(
      PreviewGateTests.decision("localhost", method: HTTPMethod(rawValue: method)) == .unsupported)
  }

  @Test func `keys cannot be tried one after the other`() {
    let invitations = Invitations()
    let start = ContinuousClock.now
    func tried(_ key: String, _ address: String, after seconds: Int) -> Invitations.Answer {
      invitations.accept(key, from: address, at: start + .seconds(seconds))
    }
    for _ in 0..<WrongTries.allowed { #expect(tried("0", "10.0.0.9", after: 0) == .unknown) }
    #expect(tried("0", "10.0.0.9", after: 1) == .tooOften)
    #expect(tried(invitations.current, "10.0.0.9", after: 9) == .tooOften)
    #expect(tried("0", "10.0.0.9", after: 10) == .unknown)
    #expect(tried("0", "10.0.0.9", after: 11) == .tooOften)
    // Another machine has its own tries, and the right key.
    guard case .secret = tried(invitations.current, "10.0.0.7", after: 11) else {
      Issue.record("the right key is refused")
      return
    }
  }

  @Test func `many machines together are counted as one`() {
    var tries = WrongTries()
    let now = ContinuousClock.now
    for number in 0..<1000 { tries.note("10.0.\(number / 250).\(number % 250)", at: now) }
    for number in 0..<WrongTries.allowed {
      #expect(tries.allows("10.1.0.\(number)", at: now))
      tries.note("10.1.0.\(number)", at: now)
    }
    #expect(!tries.allows("10.1.0.99", at: now))
    #expect(tries.allows("10.0.0.0", at: now))
    #expect(tries.allows("10.1.0.99", at: now + .seconds(60)))
  }
}
