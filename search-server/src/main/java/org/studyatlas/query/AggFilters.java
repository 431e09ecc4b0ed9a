package org.studyatlas.query;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;

/**
 * The registry's parameter {@code aggFilters}: the check boxes of its web site, such as {@code
 * status:rec com,sex:f}.
 *
 * <p>Options of a facet are alternatives, facets all apply, and of a facet given twice the last one
 * counts. Option names are case-sensitive; as in the registry, a facet with no known option matches
 * nothing.
 */
public final class AggFilters {

  private static final String PARAMETER = "aggFilters";
  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();
  private static final Map<String, Map<String, Expr>> FACETS = facets();

  private AggFilters() {}

  /**
   * The filter; {@link Expr.All} if the text is blank.
   *
   * @throws ParameterException if a facet is not known or an item has more than one colon
   */
  public static Expr parse(String text) throws ParameterException {
    Map<String, Expr> chosen = new LinkedHashMap<>();
    List<String> items = ListParameter.items(text);
    for (int i = 0; i < items.size(); i++) {
      String[] parts = items.get(i).split(":", -1);
      if (parts.length > 2) {
        throw ParameterException.badItem(PARAMETER, i);
      }
      chosen.put(parts[0], parts.length == 1 ? Expr.NOTHING : facet(parts[0], parts[1]));
    }
    return Expr.allOf(List.copyOf(chosen.values()));
  }

  private static Expr facet(String facet, String chosen) throws ParameterException {
    Map<String, Expr> options = FACETS.get(facet);
    if (options == null) {
      throw ParameterException.badValue(PARAMETER, facet);
    }
    return Expr.anyOf(
        Arrays.stream(chosen.strip().split("\\s+"))
            .distinct()
            .map(options::get)
            .filter(Objects::nonNull)
            .toList());
  }

  private static Map<String, Map<String, Expr>> facets() {
    return Map.ofEntries(
        entry("status", statuses()),
        entry("phase", phases()),
        entry("studyType", studyTypes()),
        entry("ages", ages()),
        entry("sex", sexes()),
        entry("healthy", Map.of("y", isTrue("HealthyVolunteers"))),
        entry("results", results()),
        entry("docs", documents()),
        entry("funderType", funderTypes()),
        entry("violation", Map.of("y", present("ViolationAnnotation"))));
  }

  private static Map<String, Expr> statuses() {
    String piece = "OverallStatus";
    return Map.ofEntries(
        entry("not", is(piece, "NOT_YET_RECRUITING")),
        entry("rec", is(piece, "RECRUITING")),
        entry("act", is(piece, "ACTIVE_NOT_RECRUITING")),
        entry("com", is(piece, "COMPLETED")),
        entry("ter", is(piece, "TERMINATED")),
        entry("enr", is(piece, "ENROLLING_BY_INVITATION")),
        entry("sus", is(piece, "SUSPENDED")),
        entry("wit", is(piece, "WITHDRAWN")),
        entry("unk", is(piece, "UNKNOWN")),
        entry("ava", is(piece, "AVAILABLE")),
        entry("nla", is(piece, "NO_LONGER_AVAILABLE")),
        entry("tna", is(piece, "TEMPORARILY_NOT_AVAILABLE")),
        entry("afm", is(piece, "APPROVED_FOR_MARKETING")));
  }

  private static Map<String, Expr> phases() {
    return Map.of(
        "0", is("Phase", "EARLY_PHASE1"),
        "1", is("Phase", "PHASE1"),
        "2", is("Phase", "PHASE2"),
        "3", is("Phase", "PHASE3"),
        "4", is("Phase", "PHASE4"),
        "NA", is("Phase", "NA"));
  }

  private static Map<String, Expr> studyTypes() {
    return Map.of(
        "int", is("StudyType", "INTERVENTIONAL"),
        "obs", is("StudyType", "OBSERVATIONAL"),
        "obs_patreg", isTrue("PatientRegistry"),
        "exp", is("StudyType", "EXPANDED_ACCESS"),
        "exp_indiv", isTrue("ExpAccTypeIndividual"),
        "exp_inter", isTrue("ExpAccTypeIntermediate"),
        "exp_treat", isTrue("ExpAccTypeTreatment"));
  }

  private static Map<String, Expr> ages() {
    return Map.of(
        "child", is("StdAge", "CHILD"),
        "adult", is("StdAge", "ADULT"),
        "older", is("StdAge", "OLDER_ADULT"));
  }

  /** A study for all sexes accepts women and men: the web site shows it for both. */
  private static Map<String, Expr> sexes() {
    Expr all = is("Sex", "ALL");
    return Map.of(
        "f", Expr.anyOf(List.of(is("Sex", "FEMALE"), all)),
        "m", Expr.anyOf(List.of(is("Sex", "MALE"), all)));
  }

  private static Map<String, Expr> results() {
    Expr with = isTrue("HasResults");
    return Map.of("with", with, "without", new Expr.Not(with));
  }

  private static Map<String, Expr> documents() {
    return Map.of(
        "prot", isTrue("LargeDocHasProtocol"),
        "sap", isTrue("LargeDocHasSAP"),
        "icf", isTrue("LargeDocHasICF"));
  }

  /** By the class of the lead sponsor or of any collaborator; "other" is whoever has no own box. */
  private static Map<String, Expr> funderTypes() {
    return Map.of(
        "nih", funder("NIH"),
        "fed", funder("FED"),
        "industry", funder("INDUSTRY"),
        "other", funder("OTHER_GOV", "INDIV", "NETWORK", "AMBIG", "OTHER", "UNKNOWN"));
  }

  private static Expr funder(String... classes) {
    return Expr.anyOf(
        Arrays.stream(classes)
            .map(c -> Expr.anyOf(List.of(is("LeadSponsorClass", c), is("CollaboratorClass", c))))
            .toList());
  }

  private static Expr is(String piece, String constant) {
    return new Expr.EnumIs(CATALOGUE.getPiece(piece), constant);
  }

  private static Expr isTrue(String piece) {
    Field field = CATALOGUE.getPiece(piece);
    return new Expr.BooleanIs(field, true);
  }

  private static Expr present(String piece) {
    return new Expr.Not(new Expr.Missing(SearchTarget.piece(piece)));
  }
}
