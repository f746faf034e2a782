import Diagnostics
import Facts
import SocialReport

// What the declarations of objectives and achievements do not say: addresses, and what the open data
// call otherwise.
extension OpenData {
  /// An objective without its achievements.
  func write(_ objective: Objective, _ json: inout JSONWriter) {
    write(fields: objective, &json)
    json.member("url", url(Addresses.objective(objective, of: edition)))
    json.member("area", objective.area)
    guard let continues = objective.continues else { return }
    json.member("continues") { json in
      json.object { json in
        edition(continues.edition.value, "edition", "edition_id", &json)
        json.member("id", continues.id.value)
      }
    }
  }

  func write(_ achievement: Achievement, address: String, _ json: inout JSONWriter) {
    write(fields: achievement, &json)
    json.member("url", url(address))
    json.list("resources", achievement.resources, write)
    json.list("attachments", achievement.attachments, write)
  }

  private func write(_ resource: Resource, _ json: inout JSONWriter) {
    write(fields: resource, &json)
    several("measure", resource.measures.map(\.measureText), &json)
    several("cup", resource.cups.map(\.value), &json)
    several("cig", resource.cigs.map(\.value), &json)
  }

  /// The first of some texts by their name and, where there are more, all of them by its plural.
  private func several(_ name: String, _ texts: [String], _ json: inout JSONWriter) {
    json.member(name, texts.first)
    if texts.count > 1 { json.texts(name + "s", texts) }
  }

  private func write(_ attachment: Attachment, _ json: inout JSONWriter) {
    write(fields: attachment, &json)
    json.member("url", file(attachment.file) ?? attachment.url?.value)
  }
}
