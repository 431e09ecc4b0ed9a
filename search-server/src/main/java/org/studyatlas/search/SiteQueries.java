package org.studyatlas.search;

import java.util.ArrayList;
import java.util.List;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.geo.Circle;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.query.SiteConditions;

/** Says what a site must fulfil as one expression, to be put to one and the same site. */
public final class SiteQueries {

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();

  private SiteQueries() {}

  /** The expression; true of every site if nothing is demanded. */
  public static Expr of(SiteConditions conditions) {
    List<Expr> all = new ArrayList<>();
    Field status = CATALOGUE.getPiece("LocationStatus");
    addChoice(all, conditions.statuses().stream().map(s -> is(status, s)).toList());
    addChoice(all, wholeNames("LocationCountry", conditions.countries()));
    addChoice(all, wholeNames("LocationState", conditions.states()));
    addChoice(all, wholeNames("LocationCity", conditions.cities()));
    addChoice(
        all,
        conditions.facilities().stream()
            .map(words -> words("LocationFacility", words, Expansion.RELAXATION, Coverage.CONTAINS))
            .toList());
    Circle circle = conditions.within();
    if (circle != null) {
      Field point = CATALOGUE.getPiece("LocationGeoPoint");
      all.add(new Expr.WithinDistance(point, circle.center(), circle.radius()));
    }
    return Expr.allOf(all);
  }

  private static void addChoice(List<Expr> all, List<Expr> choice) {
    if (!choice.isEmpty()) {
      all.add(Expr.anyOf(choice));
    }
  }

  private static Expr is(Field field, String constant) {
    return new Expr.EnumIs(field, constant);
  }

  private static List<Expr> wholeNames(String piece, List<String> names) {
    return names.stream()
        .map(name -> words(piece, name, Expansion.TERM, Coverage.FULL_MATCH))
        .toList();
  }

  private static Expr words(String piece, String text, Expansion expansion, Coverage coverage) {
    return Expr.Words.of(SearchTarget.piece(piece), text, expansion, coverage);
  }
}
