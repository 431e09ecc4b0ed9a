package org.studyatlas.http.ctgov;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.studyatlas.fields.StatsType;
import org.studyatlas.http.RequestParameters;
import org.studyatlas.query.ListParameter;
import org.studyatlas.render.FieldsParameter;
import org.studyatlas.render.InvalidFieldsException;

/** The parameters of the statistics; a blank one counts as absent. */
final class StatsParameters {

  static final String TYPES = "types";
  static final String FIELDS = "fields";

  private StatsParameters() {}

  /** The types given; none stands for all. */
  static Set<StatsType> types(RequestParameters given) {
    Set<StatsType> types = EnumSet.noneOf(StatsType.class);
    for (String name : ListParameter.items(given.find(TYPES).orElse(""))) {
      types.add(
          Arrays.stream(StatsType.values())
              .filter(type -> type.name().equals(name))
              .findFirst()
              .orElseThrow(() -> BodyParameters.badValue(TYPES, name)));
    }
    return types;
  }

  /** The names of fields given, of the right form; none stands for all. */
  static List<String> fields(RequestParameters given) {
    Optional<String> text = BodyParameters.fields(given);
    try {
      return text.isEmpty() ? List.of() : FieldsParameter.items(text.get(), false);
    } catch (InvalidFieldsException e) {
      throw BodyParameters.badFields(e);
    }
  }
}
