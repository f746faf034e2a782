import Testing

@testable import Attachments
@testable import Preview

/// What the preview says of files as a server does.
@Suite struct MediaTypeTests {
  @Test func `every kind of attachment has a media type`() {
    for ending in FileKind.all.keys { #expect(MediaType.of(ending) != nil, "\(ending)") }
    #expect(MediaType.of("exe") == nil)
  }

  @Test func `the moment of an answer is written as HTTP has it`() {
    #expect(
      HTTPDate.now.wholeMatch(of: /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} 20\d\d \d\d:\d\d:\d\d GMT/)
        != nil)
  }
}
