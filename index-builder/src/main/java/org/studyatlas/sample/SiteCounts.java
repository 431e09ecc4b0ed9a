package org.studyatlas.sample;

/** How many sites studies have: those of companies and those that recruit have more. */
final class SiteCounts {

  private final double none;
  private final Quantiles recruitingIndustry;
  private final Quantiles recruitingOthers;
  private final Quantiles industry;
  private final Quantiles others;

  /** Numbers by the given figures. */
  SiteCounts(RegistryFacts facts) {
    none = facts.share("sites.none");
    recruitingIndustry = facts.quantiles("sites.recruitingIndustry");
    recruitingOthers = facts.quantiles("sites.recruitingOthers");
    industry = facts.quantiles("sites.industry");
    others = facts.quantiles("sites.others");
  }

  /** Draws the number of sites of a study. */
  int draw(StudyStatus status, Sponsor sponsor, Dice dice) {
    if (dice.chance(none)) {
      return 0;
    }
    boolean recruiting = status == StudyStatus.RECRUITING;
    if (sponsor.industry()) {
      return (recruiting ? recruitingIndustry : industry).draw(dice);
    }
    return (recruiting ? recruitingOthers : others).draw(dice);
  }
}
