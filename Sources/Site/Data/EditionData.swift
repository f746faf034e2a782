import Diagnostics
import SocialReport

/// `edizione.json`: the facts of an edition for other programs, with English names.
///
/// The texts stand on the pages; here are the facts, with the address of the page of each.
enum EditionData {
  /// Raised when a member is removed or changes its meaning.
  private static let version = 1

  static func path(_ edition: Edition) -> String { "\(edition.year.value)/edizione.json" }

  /// Everything before the objectives, which are written one by one.
  static func head(_ edition: Edition, _ site: SiteInfo) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("version", version)
      json.member("year", edition.year.value)
      json.member("title", edition.title.value)
      json.member("period", edition.period.value.iso8601)
      json.member("entity") { json in
        json.object { json in
          json.member("name", site.entity.name.value)
          json.member("ipa_code", site.entity.ipaCode?.value)
          json.member("istat_code", site.entity.istatCode?.value)
        }
      }
      json.member("licence", site.licence)
      list("indicators", edition.indicators, &json, indicator)
      list("acts", edition.acts, &json, act)
      list("sources", edition.sources, &json, source)
      list("offices", edition.offices, &json) { office, json in
        json.member("id", office.id.value)
        json.member("name", office.name.value)
        json.member("kind", office.kind?.rawValue)
        json.member("parent", office.parent?.value)
      }
      list("glossary", edition.terms, &json) { term, json in
        json.member("id", term.id.value)
        json.member("term", term.term.value)
        json.member("acronym", term.acronym?.value)
        json.member("definition", term.definition.value)
      }
      list("plans", edition.plans, &json) { plan, json in
        json.member("id", plan.id.value)
        json.member("title", plan.title.value)
        json.member("issuer", plan.issuer.value)
        json.member("period", plan.period.value.iso8601)
        texts("chapters", plan.chapters, &json)
      }
    }
    // The object stays open for the objectives.
    return writer.bytes.dropLast() + Array(",\n\"objectives\":[".utf8)
  }

  private static func list<Value>(
    _ name: String, _ values: [Value], _ json: inout JSONWriter,
    _ write: (Value, inout JSONWriter) -> Void
  ) {
    json.lineBreak()
    json.member(name) { json in
      json.array { json in
        for value in values {
          json.lineBreak()
          json.object { write(value, &$0) }
        }
      }
    }
  }

  private static func texts(
    _ name: String, _ values: [Sourced<String>], _ json: inout JSONWriter
  ) {
    json.member(name) { json in
      json.array { json in for value in values { json.string(value.value) } }
    }
  }

  private static func act(_ act: LegalAct, _ json: inout JSONWriter) {
    json.member("id", act.id.value)
    json.member("body", act.body.value.rawValue)
    json.member("kind", act.kind.value.rawValue)
    json.member("number", act.number.value)
    json.member("date", act.date.value.iso8601)
    json.member("subject", act.subject.value)
    json.member("effect", act.effect?.value.rawValue)
    json.member("url", act.url?.value ?? Law(act)?.address)
  }

  private static func source(_ source: InformationSource, _ json: inout JSONWriter) {
    json.member("id", source.id.value)
    json.member("title", source.title.value)
    json.member("organisation", source.organisation.value)
    json.member("kind", source.kind.value.rawValue)
    json.member("quality", source.quality.value.rawValue)
    json.member("date", source.date?.value.iso8601)
    json.member("url", source.url?.value)
  }

  private static func indicator(_ indicator: Indicator, _ json: inout JSONWriter) {
    json.member("id", indicator.id.value)
    json.member("name", indicator.name.value)
    json.member("definition", indicator.definition.value)
    json.member("measure", indicator.measure.value.rawValue)
    json.member("unit", indicator.unit?.value)
    json.member("direction", indicator.direction.value.rawValue)
    json.member("source", indicator.source.value)
    json.member("owner", indicator.owner.value)
    json.member("breaks") { json in
      json.array { json in
        for item in indicator.breaks {
          json.object { json in
            json.member("from", item.years.value.lowerBound)
            json.member("to", item.years.value.upperBound)
            json.member("reason", item.reason.value)
          }
        }
      }
    }
    json.member("observations") { json in
      json.array { json in
        for observation in indicator.observations { json.object { write(observation, &$0) } }
      }
    }
  }

  private static func write(_ observation: Observation, _ json: inout JSONWriter) {
    json.member("period", observation.period.value.iso8601)
    switch observation.value?.value {
    case .number(let number): json.member("value") { $0.number(number.plain) }
    case .text(let text): json.member("value", text)
    case nil: json.member("value") { $0.number("null") }
    }
    json.member("missing_reason", observation.missingReason?.value)
    json.member("out_of", observation.outOf?.value)
    json.member("tied", observation.tied?.value)
    json.member("status", observation.status)
    json.member("note", observation.note?.value)
    json.member("source", observation.source?.value)
  }

  // Objectives, slice by slice

  static func opening(_ slice: ObjectiveSlice, _ edition: Edition) -> [UInt8] {
    guard slice.isFirst else { return [] }
    let objective = slice.objective
    var writer = JSONWriter()
    writer.object { json in
      json.member("id", objective.id.value)
      json.member("number", objective.number.value)
      json.member("title", objective.title.value)
      json.member("area", objective.area)
      json.member("expected_result", objective.expectedResult?.value)
      json.member("assessment", objective.assessment?.value.rawValue)
      json.member("owner", objective.owner?.value)
      texts("beneficiaries", objective.beneficiaries, &json)
      texts("indicators", objective.indicators, &json)
      json.member("updated_on", objective.updatedOn.value.iso8601)
    }
    return Array((slice.isFirstObjective ? "\n" : ",\n").utf8) + writer.bytes.dropLast()
      + Array(",\"achievements\":[".utf8)
  }

  static func closing(_ slice: ObjectiveSlice) -> [UInt8] {
    slice.isLast ? Array("]}".utf8) : []
  }

  static func achievement(_ achievement: Achievement, isFirst: Bool, address: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { json in
      json.member("id", achievement.id.value)
      json.member("number", achievement.number.value)
      json.member("title", achievement.title.value)
      json.member("summary", achievement.summary.value)
      json.member("url", address)
      json.member("office", achievement.office.value)
      json.member("status", achievement.status.value.rawValue)
      json.member("status_on", achievement.statusOn.value.iso8601)
      json.member("actions") { json in
        json.array { json in
          for action in achievement.actions {
            json.object { json in
              json.member("title", action.title.value)
              json.member("status", action.status.value.rawValue)
              json.member("due", action.due?.value.iso8601)
              json.member("progress", action.progress?.value)
            }
          }
        }
      }
      json.member("milestones") { json in
        json.array { json in
          for milestone in achievement.milestones {
            json.object { json in
              json.member("subject", milestone.subject.value)
              json.member("kind", milestone.kind?.rawValue)
              json.member("date", milestone.period?.iso8601)
              json.member("act", milestone.act?.value)
              json.member("source", milestone.source?.value)
            }
          }
        }
      }
      json.member("resources") { json in
        json.array { json in
          for resource in achievement.resources {
            json.object { json in
              json.member("description", resource.description.value)
              json.member("year", resource.year?.value)
              json.member("stage", resource.stage.value.rawValue)
              json.member("amount") { $0.number(resource.amount.value.plain) }
              json.member("funding", resource.funding?.value.rawValue)
              json.member("source", resource.source.value)
            }
          }
        }
      }
      texts("indicators", achievement.indicators, &json)
      texts("acts", achievement.acts, &json)
      texts("beneficiaries", achievement.beneficiaries, &json)
      json.member("updated_on", achievement.updatedOn.value.iso8601)
    }
    return Array((isFirst ? "\n" : ",\n").utf8) + writer.bytes
  }
}
