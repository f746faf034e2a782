extension Strings {
  /// The strings that the program itself uses, which every language of a theme must have.
  static let required: [String] =
    (1...12).flatMap { ["months.\($0)", "months-short.\($0)"] }
    + [
      "site.title", "site.home", "page.table", "page.notes",
      "page.note", "page.back", "page.terms", "figure.break", "task.done", "task.open",
      "date.unknown",
      "date.range", "date.quarter", "date.half", "date.quarter-short", "date.half-short",
      "number.euro-thousands.one", "number.euro-thousands.many", "number.euro-millions.one",
      "number.euro-millions.many", "number.euro-billions.one", "number.euro-billions.many",
      "number.decimal", "number.group", "number.ordinal", "number.percent",
      "number.points.one", "number.points.many",
      "number.euro", "number.of", "number.tied", "contents.achievements.one",
      "contents.achievements.many", "contents.objectives.one", "contents.objectives.many",
      "contents.pages.one", "contents.pages.many", "edition.failed", "edition.face",
      "edition.others",
      "edition.cost", "edition.whom", "achievement.failed", "indicators.missing",
      "document.title", "print.contents", "print.page", "print.address",
      "print.pages", "print.rest",
      "print.book", "print.word", "print.access", "print.download.one", "print.download.many",
      "edition.method",
      "edition.of",
      "edition.introduction", "edition.objectives", "edition.area", "edition.mission",
      "edition.about.year",
      "edition.about.years", "edition.about.range",
      "objective.label", "legal.licence", "search.index", "home.intro", "achievement.as-of",
      "action.due",
      "source.retrieved", "feedback.retention.one", "feedback.retention.many", "standing.part",
      "standing.group", "map.edition",
    ]
    + numbered
    + words("report-type", "annual start_of_term mid_term end_of_term update gender mission")
    + words("milestone", "resolved signed joined activated extended event concluded")
    + words("stage", "appropriated committed verified paid")
    + words("funding", "budget PNRR PON FESR region state private")
    + words("measure", "count percentage rate amount index position yes_no qualitative")
    + words("indicator", "better worse same before goal")
    + words("direction", "higher_is_better lower_is_better neutral")
    + words("target", "reach maintain not_exceed")
    + words("basis", "competence residuals cash")
    + words(
      "source-kind",
      "act system register statistics survey report accounts document website press elaboration"
    )
    + words("quality", "official provisional unverified")
    + words(
      "body",
      """
      executive council mayor manager state region eu commissioner prefectoral_commissioner \
      ad_acta_commissioner extraordinary_commission secretary general_secretary \
      municipal_secretary director general_director officer sector_officer service_officer \
      area_officer qualified_officer position_holder prefect president assembly board district \
      province metropolitan_city union ministry minister anac court_of_auditors
      """)
    + words(
      "act",
      """
      resolution determination ordinance decree law legislative_decree presidential_decree \
      regulation directive decree_law prime_ministers_decree ministerial_decree convention \
      memorandum agreement programme_agreement contract call notice circular minutes opinion \
      judgment statute
      """
    )
    + words("effect", "approves adopts joins directs awards amends")
    + words("office", "area sector service company")
    + words("assurance", "none certified limited reasonable")
    + words("observation", "B D E F G H I J K L M N O P Q S U V W")
    + words("menu", "management news services live")
    + words("footer", "faq report privacy legal_notes accessibility transparency")
    + words(
      "chart",
      "rank break break-note numbered missing missing-note tied tied-note target target-short target-note open-note millions billions title title-same title-one description-long"
    )
    + words(
      "pages",
      """
      standing indicators acts sources glossary offices plans document groups not-found moved legal-notes \
      corrections search letter map
      """
    )
    + words(
      "description",
      """
      home edition standing acts sources glossary offices plans indicators document group legal-notes corrections \
      search letter map
      """
    )
    + words(
      "data",
      "edition observations values indicator catalogue catalogue-title catalogue-text edition-text indicator-text unit"
    )
    + words(
      "search.kind",
      "edition context objective achievement indicator group list act term source office plan"
    )
    + ["act.name", "act.name-only", "act.by", "act.powers"]

  /// Words that stand with a count, in the singular and in the plural.
  private static let numbered: [String] =
    ["status", "statuses"].flatMap { kind in
      words(kind, "planned started in_progress completed delayed suspended cancelled")
    }
    + ["assessment", "assessments"].flatMap { kind in
      words(kind, "reached on_course partial not_reached not_assessable not_assessed")
    }
    + ["one", "many"].flatMap { number in
      words("figures", "objectives achievements indicators observations missing acts sources")
        .map { "\($0).\(number)" }
    }

  private static func words(_ prefix: String, _ names: String) -> [String] {
    names.split(separator: " ").map { "\(prefix).\($0)" }
  }
}
