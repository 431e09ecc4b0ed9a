package org.studyatlas.http.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.studyatlas.fields.Field;
import org.studyatlas.geo.Distance;
import org.studyatlas.query.Expr;
import org.studyatlas.query.Participants;
import org.studyatlas.query.Scope;
import org.studyatlas.render.StudyValues;
import org.studyatlas.search.Explanation;

/** Says in words why an expression holds for a study or does not: the value that decided. */
final class Reasons {

  private static final int MOST_VALUES = 5;
  private static final int MOST_PARTS = 4;
  private static final double MILE_METERS = 1_609.344;

  private final StudyValues values;
  private final int sites;

  /**
   * Reasons of one study.
   *
   * @param values of all fields that the expressions name
   * @param sites number of the study's sites
   */
  Reasons(StudyValues values, int sites) {
    this.values = values;
    this.sites = sites;
  }

  /** The fields whose values reasons name, besides those of words. */
  static Set<Field> fields(Explanation explanation) {
    Set<Field> fields = new LinkedHashSet<>();
    Field field = field(explanation.expr());
    if (field != null && !field.isStruct()) {
      fields.add(field);
    }
    if (explanation.expr() instanceof Expr.IdIs is) {
      fields.addAll(is.target().fields());
    }
    if (explanation.expr() instanceof Expr.Missing missing) {
      missing.target().fields().stream().filter(f -> !f.isStruct()).forEach(fields::add);
    }
    explanation.parts().forEach(part -> fields.addAll(fields(part)));
    return fields;
  }

  private static @Nullable Field field(Expr expr) {
    return switch (expr) {
      case Expr.EnumIs is -> is.field();
      case Expr.BooleanIs is -> is.field();
      case Expr.KeywordIs is -> is.field();
      case Expr.DateRange range -> range.field();
      case Expr.MinuteRange range -> range.field();
      case Expr.NumberRange range -> range.field();
      case Expr.AgeRange range -> range.field();
      case Expr.SizeRange range -> range.field();
      case Expr.And and -> null;
      case Expr.Or or -> null;
      case Expr.Not not -> null;
      case Expr.All all -> null;
      case Expr.Search search -> null;
      case Expr.Tilt tilt -> null;
      case Expr.Words words -> null;
      case Expr.IdIs is -> null;
      case Expr.Missing missing -> null;
      case Expr.WithinDistance within -> null;
      case Expr.WithinBox within -> null;
      case Expr.WithinArea within -> null;
      case Expr.Prefix prefix -> null;
      case Expr.Fuzzy fuzzy -> null;
    };
  }

  /** The reason, a sentence without a full stop. */
  String of(Explanation why) {
    return switch (why.expr()) {
      case Expr.And and -> why.scope() == Scope.SITE ? atOneSite(why) : all(why);
      case Expr.Or or -> any(why);
      case Expr.Not not -> (why.matched() ? "not so: " : "excluded: ") + of(why.parts().getFirst());
      case Expr.Tilt tilt -> of(why.parts().getFirst());
      case Expr.Search search -> of(why.parts().getFirst());
      case Expr.All all -> "everything matches";
      case Expr.Words words -> words(why, "'" + words.text() + "'", words.target().name());
      case Expr.Prefix prefix -> words(why, "'" + prefix.text() + "*'", prefix.target().name());
      case Expr.Fuzzy fuzzy -> words(why, spelling(fuzzy), fuzzy.target().name());
      case Expr.EnumIs is -> asked(why, is.field(), is.constant());
      case Expr.BooleanIs is -> asked(why, is.field(), Boolean.toString(is.value()));
      case Expr.KeywordIs is -> asked(why, is.field(), is.value());
      case Expr.IdIs is -> ids(is);
      case Expr.DateRange r -> asked(why, r.field(), range(r.low(), r.high()));
      case Expr.MinuteRange r -> asked(why, r.field(), range(r.low(), r.high()));
      case Expr.NumberRange r -> asked(why, r.field(), range(r.low(), r.high()));
      case Expr.AgeRange r ->
          asked(
              why,
              r.field(),
              range(
                  r.low() == null ? null : Participants.write(r.low()),
                  r.high() == null ? null : Participants.write(r.high())));
      case Expr.SizeRange r -> size(why, r);
      case Expr.Missing missing ->
          missing.target().name() + (why.matched() ? " has no value" : " has a value");
      case Expr.WithinDistance within -> distance(why, within.radius());
      case Expr.WithinBox within -> atSites(why, "lies in the box");
      case Expr.WithinArea within -> atSites(why, "lies in the area");
    };
  }

  private static String spelling(Expr.Fuzzy fuzzy) {
    return "'" + fuzzy.word() + "~" + fuzzy.edits() + "'";
  }

  private String all(Explanation why) {
    return joined(why.parts(), part -> why.matched() || !part.matched(), "; ");
  }

  /** That a value is not missing goes without saying where the value is told. */
  private String any(Explanation why) {
    return joined(
        why.parts(),
        part -> why.matched() ? part.matched() : !(part.expr() instanceof Expr.Missing),
        "; ");
  }

  private String joined(List<Explanation> parts, Predicate<Explanation> told, String separator) {
    boolean none = parts.stream().noneMatch(told);
    List<String> reasons =
        parts.stream().filter(part -> none || told.test(part)).map(this::of).distinct().toList();
    int more = reasons.size() - MOST_PARTS;
    return reasons.stream().limit(MOST_PARTS).collect(joining(separator))
        + (more > 0 ? separator + more + " more" : "");
  }

  private String atOneSite(Explanation why) {
    String together =
        why.matched()
            ? "%d of %d sites fulfil all conditions".formatted(why.sites().size(), sites)
            : "no site of %d fulfils all conditions".formatted(sites);
    List<String> reasons = new ArrayList<>(List.of(together));
    boolean alone = why.parts().stream().anyMatch(part -> !part.matched());
    for (Explanation part : why.parts()) {
      boolean decided = alone ? !part.matched() : part.expr() instanceof Expr.WithinDistance;
      if (decided) {
        reasons.add(of(part));
      }
    }
    return String.join("; ", reasons);
  }

  private static String words(Explanation why, String words, String target) {
    if (!why.matched()) {
      return "no field of " + target + " holds " + words;
    }
    if (why.fields().isEmpty()) {
      return words + " found in " + target;
    }
    String fields =
        why.fields().stream()
            .limit(MOST_VALUES)
            .map(match -> match.field().piece())
            .collect(joining(", "));
    int more = why.fields().size() - MOST_VALUES;
    return words + " found in " + fields + (more > 0 ? " and " + more + " more fields" : "");
  }

  private String asked(Explanation why, Field field, String asked) {
    if (why.scope() == Scope.SITE) {
      return atSites(why, "has " + field.piece() + " " + asked);
    }
    List<String> found = values.of(field).stream().distinct().toList();
    if (found.isEmpty() && field.derivation() != null) {
      return "%s is %sas asked, %s".formatted(field.piece(), why.matched() ? "" : "not ", asked);
    }
    String value = found.isEmpty() ? "has no value" : "is " + shortened(found);
    return "%s %s, asked %s".formatted(field.piece(), value, asked);
  }

  private String size(Explanation why, Expr.SizeRange asked) {
    String piece = asked.field().piece();
    String range = range(asked.low(), asked.high());
    return why.scope() == Scope.SITE && asked.field().ofSite()
        ? atSites(why, "has %s values of %s".formatted(range, piece))
        : "%s has %d values, asked %s".formatted(piece, values.of(asked.field()).size(), range);
  }

  private String ids(Expr.IdIs is) {
    List<String> found =
        is.target().fields().stream().flatMap(f -> values.of(f).stream()).distinct().toList();
    String asked = shortened(is.ids().stream().map(Object::toString).toList());
    return "the ids are %s, asked %s".formatted(shortened(found), asked);
  }

  private static String shortened(List<String> values) {
    int more = values.size() - MOST_VALUES;
    return values.stream().limit(MOST_VALUES).collect(joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String range(@Nullable Object low, @Nullable Object high) {
    if (low == null) {
      return high == null ? "any value" : "up to " + high;
    }
    return high == null ? "from " + low : low.equals(high) ? low.toString() : low + " to " + high;
  }

  private String atSites(Explanation why, String condition) {
    if (why.scope() == Scope.STUDY) {
      return (why.matched() ? "a site " : "no site ") + condition;
    }
    return why.matched()
        ? "%d of %d sites: %s".formatted(why.sites().size(), sites, condition)
        : "no site of %d %s".formatted(sites, condition);
  }

  private static String distance(Explanation why, Distance limit) {
    if (why.nearestMeters().isEmpty()) {
      return "no site has coordinates, limit " + both(limit.meters());
    }
    String which =
        why.scope() == Scope.SITE && why.amongOthers()
            ? "nearest site that fulfils the other conditions"
            : "nearest site";
    return "%s %s, limit %s"
        .formatted(which, both(why.nearestMeters().getAsDouble()), both(limit.meters()));
  }

  private static String both(double meters) {
    return String.format(Locale.ROOT, "%.1f km (%.1f mi)", meters / 1_000, meters / MILE_METERS);
  }
}
