package org.studyatlas.facet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.studyatlas.schema.IndexSchema;

/** What studies can be counted by. Its name is that of the parameter that filters by it. */
public enum Facet {
  /** Overall status. */
  STATUS("status", Kind.STUDY, "OverallStatus"),
  /** Phases; a study of phases 1 and 2 counts in both. */
  PHASE("phase", Kind.STUDY, "Phase"),
  /** Study type. */
  STUDY_TYPE("studyType", Kind.STUDY, "StudyType"),
  /** Class of the lead sponsor. */
  SPONSOR_CLASS("sponsorClass", Kind.STUDY, "LeadSponsorClass"),
  /** Name of the lead sponsor. */
  SPONSOR("sponsor", Kind.STUDY, IndexSchema.valueField("LeadSponsorName")),
  /** Types of the interventions. */
  INTERVENTION_TYPE("interventionType", Kind.STUDY, "InterventionType"),
  /** Sex of the participants, as the study says it. */
  SEX("sex", Kind.STUDY, "Sex"),
  /** Children, adults, older adults. */
  AGE_GROUP("ageGroup", Kind.STUDY, "StdAge"),
  /** Whether results were posted. */
  HAS_RESULTS("hasResults", Kind.STUDY, "HasResults"),
  /** Year of the start date. */
  START_YEAR("startYear", Kind.YEAR, "StartDate"),
  /** Conditions as MeSH terms; a study counts for its terms and for all that are above them. */
  CONDITION("condition", Kind.MESH, meshes("Condition")),
  /** Interventions as MeSH terms, likewise. */
  INTERVENTION("intervention", Kind.MESH, meshes("Intervention")),
  /** Status of the matching sites; a study counts once in each. */
  SITE_STATUS("siteStatus", Kind.SITE, "LocationStatus"),
  /** Countries of the matching sites. */
  COUNTRY("country", Kind.SITE, place("Country")),
  /** States of the matching sites, below their countries. */
  STATE("state", Kind.SITE, place("Country"), place("State")),
  /** Cities of the matching sites, below their countries and states. */
  CITY("city", Kind.SITE, place("Country"), place("State"), place("City"));

  /** Where the values stand. */
  enum Kind {
    /** On the study: any of the fields. */
    STUDY,
    /** On the study, as terms and terms above them. */
    MESH,
    /** On the study, as a day. */
    YEAR,
    /** On sites: the fields together, from the general to the special. */
    SITE
  }

  private final String parameter;
  private final Kind kind;
  private final List<String> docValues;

  Facet(String parameter, Kind kind, String... docValues) {
    this.parameter = parameter;
    this.kind = kind;
    this.docValues = List.of(docValues);
  }

  private static String[] meshes(String of) {
    return new String[] {
      IndexSchema.valueField(of + "MeshTerm"), IndexSchema.valueField(of + "AncestorTerm")
    };
  }

  private static String place(String of) {
    return IndexSchema.valueField("Location" + of);
  }

  /** Its name in requests and answers. */
  public String parameter() {
    return parameter;
  }

  Kind kind() {
    return kind;
  }

  /** Names of the doc values that hold its values. */
  List<String> docValues() {
    return docValues;
  }

  /** The facet of that name. */
  public static Optional<Facet> find(String parameter) {
    return Arrays.stream(values()).filter(f -> f.parameter.equals(parameter)).findFirst();
  }

  /** The names of all facets. */
  public static List<String> parameters() {
    return Arrays.stream(values()).map(Facet::parameter).toList();
  }
}
