package org.studyatlas.sample;

/** How likely a study has results, as long as enough time has passed. */
final class ResultShares {

  private final double interventionalIndustry;
  private final double interventional;
  private final double observationalIndustry;
  private final double observational;

  /** Shares by the given figures. */
  ResultShares(RegistryFacts facts) {
    interventionalIndustry = facts.share("results.interventionalIndustry");
    interventional = facts.share("results.interventional");
    observationalIndustry = facts.share("results.observationalIndustry");
    observational = facts.share("results.observational");
  }

  /** The share, 0 to 1; 1 if {@code certain}. */
  double share(StudyType type, StudyStatus status, Sponsor sponsor, boolean certain) {
    if (certain) {
      return 1;
    }
    if (!status.ended()) {
      return 0;
    }
    return switch (type) {
      case INTERVENTIONAL -> sponsor.industry() ? interventionalIndustry : interventional;
      case OBSERVATIONAL -> sponsor.industry() ? observationalIndustry : observational;
      case EXPANDED_ACCESS -> 0;
    };
  }
}
