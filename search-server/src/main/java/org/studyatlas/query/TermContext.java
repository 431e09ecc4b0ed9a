package org.studyatlas.query;

/**
 * How terms are meant at some point of the text: what the prefix operators so far have set.
 *
 * @param target what terms search
 * @param size whether they count the target's values ({@code AREA[x:size]}) instead
 * @param expansion the one that was asked for
 * @param coverage the one that was asked for
 */
record TermContext(SearchTarget target, boolean size, Expansion expansion, Coverage coverage) {

  private static final String SIZE = ":size";

  static TermContext of(SearchTarget target) {
    return new TermContext(target, false, Expansion.RELAXATION, Coverage.CONTAINS);
  }

  /** Within {@code AREA[operand]}. */
  TermContext inArea(String operand, Spot spot) throws ParseException {
    if (!operand.endsWith(SIZE)) {
      return new TermContext(TargetNames.resolve(operand, spot), false, expansion, coverage);
    }
    String name = operand.substring(0, operand.length() - SIZE.length());
    SearchTarget list = new SearchTarget.OfField(TargetNames.field(name, spot));
    if (!list.fields().get(0).multiValued()) {
      throw spot.fault("Size needs a list field, `" + name + "` is none");
    }
    return new TermContext(list, true, expansion, coverage);
  }

  /** Within {@code COVERAGE[operand]}. */
  TermContext covering(String operand, Spot spot) throws ParseException {
    Coverage named =
        Coverage.find(operand)
            .orElseThrow(
                () ->
                    spot.fault(
                        "Invalid coverage: " + SyntaxErrors.shortened(operand),
                        "write Contains, FullMatch, StartsWith or EndsWith"));
    return new TermContext(target, size, expansion, named);
  }

  /** Within {@code EXPANSION[operand]}. */
  TermContext expanding(String operand, Spot spot) throws ParseException {
    Expansion named =
        Expansion.find(operand)
            .orElseThrow(
                () ->
                    spot.fault(
                        "Invalid expansion: " + SyntaxErrors.shortened(operand),
                        "write None, Term, Concept, Relaxation or Lossy"));
    return new TermContext(target, size, named, coverage);
  }
}
