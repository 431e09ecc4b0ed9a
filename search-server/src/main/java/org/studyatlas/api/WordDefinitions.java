package org.studyatlas.api;

import java.util.List;

/** The parameters that are words and expressions. */
public final class WordDefinitions {

  /** What people type. */
  public static final Parameter.Text TYPED =
      new Parameter.Text(
          "q",
          "heart attack",
          "What people type: words, \"phrases\", -not, OR, beginnings* and spellings~, looked up in the"
              + " weighted fields of the registry's BasicSearch. Never an error.");

  /** The registry's search areas. */
  public static final List<Parameter.Text> AREAS =
      List.of(
          area("cond", "asthma", "Conditions or diseases"),
          area("term", "asthma", "Any words"),
          area("intr", "aspirin", "Interventions"),
          area("titles", "children", "Titles and acronym"),
          area("outc", "survival", "Outcome measures"),
          area("spons", "university", "Sponsors and collaborators"),
          area("lead", "university", "The lead sponsor"),
          area("id", "NCT00000102", "Ids of studies, also former ones and those of others"),
          area("locn", "boston", "Words of places and facilities"),
          area("patient", "asthma", "What a patient would look for"));

  /** A filter that does not touch the relevance. */
  public static final Parameter.Text FILTER =
      new Parameter.Text(
          "filter",
          "AREA[Phase]PHASE3",
          "An Essie expression that does not touch the relevance. Nothing but NCT ids stands for"
              + " these studies.");

  /** All of them, in the order of the documentation. */
  static final List<Parameter> ALL = Parameter.all(List.of(TYPED), AREAS, List.of(FILTER));

  private WordDefinitions() {}

  private static Parameter.Text area(String name, String example, String what) {
    return new Parameter.Text(
        name,
        example,
        what + ": words or an Essie expression, as in the registry's query." + name + ".");
  }
}
