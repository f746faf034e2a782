extension Checks {
  static let structure: [Rule] = [
    DuplicateIDs.rule, DuplicateNumbers.rule, EmptyObjectives.rule, LostObjectives.rule,
    RepeatedPremises.rule, References.rule, ConditionalFields.rule, Rationales.rule,
    SkippedHeadings.rule, UnusedContent.rule, DuplicateTitles.rule, DifferentNumbers.rule,
    NeverUsed.rule,
  ]
  static let figures: [Rule] = [
    StatedFigure.rule, StatedChange.rule, StatedCount.rule, StatedAmount.rule, UnreadNumbers.rule,
    TableTotals.rule, StatedAct.rule, AcrossBreak.rule, TypedLinks.rule, LawWithoutDate.rule,
  ]
  static let indicators: [Rule] = [
    TextualValues.rule, MissingReasons.rule, InvalidPositions.rule, InvalidTies.rule,
    PercentageRange.rule, FutureObservations.rule, MissingBreaks.rule, OldSources.rule,
    PressOnly.rule, TrendsOfOne.rule, MixedPeriods.rule, UnusualJumps.rule, ClosedSources.rule,
    NegativeCounts.rule,
  ]
  static let targets: [Rule] = [
    TargetsBeforeBaseline.rule, WorseningTargets.rule, DifferentBaselines.rule,
    UnsourcedBaselines.rule,
    UnorderedTargets.rule,
  ]
  static let acts: [Rule] = [
    ActsWithoutDay.rule, WordsInActNumbers.rule, ActsAfterPublication.rule, DuplicateActs.rule,
    UnorderedActs.rule,
    ActsWithoutText.rule, DifferentEffects.rule, ActsOfOthers.rule,
  ]
  static let money: [Rule] = [
    UnequalShares.rule, SpendingStages.rule, UnclearBasis.rule, NegativeAmounts.rule, CUPForm.rule,
    CIGFormat.rule, MeasureFormat.rule, UnknownMissions.rule, UndocumentedAmounts.rule,
  ]
  static let actions: [Rule] = [
    DifferentProgress.rule, UnorderedDates.rule, UnexplainedDelays.rule, UnprovenCompletions.rule,
    OldStatuses.rule, FutureCompletions.rule,
  ]
  static let assessment: [Rule] = [
    DifferentAssessments.rule, UnspokenTargets.rule, SevereAssessments.rule,
    MissingAssessments.rule,
  ]
  static let editions: [Rule] = [
    ChangedValues.rule, ChangedDefinitions.rule, ChangedTargets.rule, LostAchievements.rule,
    LastYearsTexts.rule, DifferentPrevious.rule, MissingYears.rule, ActsOutsidePeriods.rule,
    OldUpdates.rule,
    DistantDates.rule,
  ]
  static let marks: [Rule] = [
    UnreadLinks.rule, EmptyLinks.rule, UnreadHeadings.rule, EmptyHeadings.rule,
    UnderlinedTexts.rule, UnreadEmphasis.rule, UnmeantEmphasis.rule, MarksInFields.rule,
    UnreadLists.rule,
    UnmeantLists.rule, ListNumbers.rule, UnreadTables.rule, ExtraCells.rule, MissingCells.rule,
    UnknownNotes.rule, UncalledNotes.rule, PastedNotes.rule, LostDefinitions.rule,
    UnmeantCode.rule, FoldedTexts.rule, SwallowedLines.rule, PastedFields.rule, Leftovers.rule,
    ForeignMarks.rule, SoftHyphens.rule,
  ]
  static let text: [Rule] = [
    Readability.rule, LongSentences.rule, VagueTimes.rule, UnexplainedAcronyms.rule,
    RepeatedWords.rule, AllCapitals.rule, LinkTexts.rule, SameLinkTexts.rule, OpenLists.rule,
    SelfPraise.rule,
  ]
  static let links: [Rule] = [
    BrokenLinks.rule, PlainHTTP.rule, LookalikeAddresses.rule, PrivateAddresses.rule,
    MissingCopies.rule, MissingAlternatives.rule, OnlyPDF.rule,
    UselessAlternatives.rule, MissingFooterLinks.rule,
  ]
  static let feedback: [Rule] = [
    InactiveFeedback.rule, ClosedFeedback.rule, InsecureFeedback.rule, FeedbackPrivacy.rule,
    FeedbackRetention.rule, FeedbackWording.rule,
  ]
  static let personalData: [Rule] = [
    TaxCodes.rule, IBANs.rule, MobileNumbers.rule, PersonalEmails.rule,
  ]
}
