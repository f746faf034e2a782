import Diagnostics
import Testing

@testable import SocialReport

/// Addresses of the web and the hosts in them.
@Suite struct WebAddressTests {
  @Test(arguments: [
    "https://u:segreto@a.it/", "https://a.it@b.it/", "http://u@a.it", "https:u:segreto@a.it/x",
    "https:/u:segreto@a.it", "https:\\\\u:segreto@a.it\\x", "//u:segreto@a.it/", "HTTPS://u@a.it?x",
    "ftp://u:segreto@a.it",
  ])
  func `a name before the host is found however it is written`(address: String) {
    #expect(WebAddress.hasCredentials(address))
  }

  @Test(arguments: [
    "https://a.it/@u", "https://a.it/?m=u@b.it", "https://a.it#u@b", "mailto:u@a.it",
    "https://www.google.com/maps/@45.4,9.1,12z", "dato:x@2021",
  ])
  func `an at sign elsewhere is none`(address: String) {
    #expect(!WebAddress.hasCredentials(address))
  }

  @Test(arguments: [
    ("https://u:segreto@a.it/x y@z", "https://*********@a.it/x y@z"),
    ("url: https://è:ù@a.it", "url: https://·*·@a.it"), ("nessuna @ // qui", "nessuna @ // qui"),
  ])
  func `what is shown of a text has no password in it`(text: String, shown: String) {
    #expect(Credentials.masked(text) == shown)
    #expect(Credentials.masked(text).utf8.count == text.utf8.count)
  }

  @Test(arguments: [
    ("comune.forlì.it", "comune.xn--forl-tpa.it"), ("www.münchen.de", "www.xn--mnchen-3ya.de"),
    ("президент.рф", "xn--d1abbgf6aiiy.xn--p1ai"), ("A.IT:8443", "a.it:8443"),
    ("[::1]:80", "[::1]:80"),
  ])
  func `a host is written in ASCII as the name system has it`(name: String, ascii: String) {
    #expect(WebHost(name)?.ascii == ascii)
  }

  @Test(arguments: [
    "", "a..b", "a;b.it", "a%41.it", "a.it:0", "a.it:99999", "[::1", "a b.it", "a{b}.it", "a$b.it",
    "exam\u{200B}ple.it", "a\u{202E}.it", "-a.it", "a.it'", "a\"b.it", "a/b",
  ])
  func `what no host can be is none`(name: String) {
    #expect(WebHost(name) == nil)
  }

  @Test(arguments: [
    "аpple.com", "xn--pple-43d.com", "gοοgle.it", "xn--80ak6aa92e.com", "pɑypal.com",
  ])
  func `letters of another alphabet are seen`(name: String) {
    #expect(WebHost(name)?.lookalike != nil)
  }

  @Test(arguments: [
    "www.comune.forlì.it", "www.münchen.de", "президент.рф", "日本.jp", "xn--forl-tpa.it",
    "ελλάδα.gr",
    "www.comune.bolzano.it",
  ])
  func `real names are not suspected`(name: String) {
    #expect(WebHost(name) != nil)
    #expect(WebHost(name)?.lookalike == nil)
  }

  @Test func `names of the office and numbers are known`() {
    for name in ["localhost", "intranet", "server.local", "a.lan", "intranet.comune.it"] {
      #expect(WebHost(name)?.reach == .insiders, "\(name)")
    }
    for name in ["127.0.0.1", "10.0.0.1:8080", "2130706433", "0x7f.1", "[::1]"] {
      #expect(WebHost(name)?.reach == .number, "\(name)")
    }
    #expect(WebHost("www.comune.it")?.reach == .everybody)
  }

  @Test(arguments: [
    "https://a.it/$host/", "https://a.it/a%0Ab/", "https://a.it/../b/", "https://a.it/a%2Fb/",
    "https://a.it/a\"b/", "https://a.it/%24x/", "https://a.it/%3Fx/", "https://a;b.it/",
    "https://a.it:x/", "https://a.it/\u{202E}x/",
  ])
  func `an address that servers would misread is no address of a site`(address: String) {
    #expect(throws: SiteAddress.Flaws.self) { try SiteAddress(address) }
  }
}
