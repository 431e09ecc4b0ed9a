package org.studyatlas.search;

import java.util.ArrayList;
import java.util.List;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Circle;
import org.studyatlas.query.Coverage;
import org.studyatlas.query.Expansion;
import org.studyatlas.query.Expr;
import org.studyatlas.query.SearchTarget;
import org.studyatlas.query.SiteConditions;
import org.studyatlas.study.CountryCodes;

/** Says what a site must fulfil as one expression, to be put to one and the same site. */
public final class SiteQueries {

  private static final FieldCatalogue CATALOGUE = FieldCatalogue.standard();

  private SiteQueries() {}

  /** The expression; true of every site if nothing is demanded. */
  public static Expr of(SiteConditions conditions) {
    List<Expr> all = new ArrayList<>();
    Field status = CATALOGUE.getPiece("LocationStatus");
    addChoice(all, conditions.statuses().stream().map(s -> is(status, s)).toList());
    addChoice(all, conditions.countries().stream().map(SiteQueries::country).toList());
    addChoice(all, wholeNames("LocationState", conditions.states()));
    addChoice(all, wholeNames("LocationCity", conditions.cities()));
    addChoice(
        all,
        conditions.facilities().stream()
            .map(words -> words("LocationFacility", words, Expansion.RELAXATION, Coverage.CONTAINS))
            .toList());
    addPlace(all, conditions);
    return Expr.allOf(all);
  }

  private static void addPlace(List<Expr> all, SiteConditions conditions) {
    Field point = CATALOGUE.getPiece("LocationGeoPoint");
    Circle circle = conditions.within();
    if (circle != null) {
      all.add(new Expr.WithinDistance(point, circle.center(), circle.radius()));
    }
    Box box = conditions.box();
    if (box != null) {
      all.add(new Expr.WithinBox(point, box));
    }
    if (!conditions.area().isEmpty()) {
      all.add(new Expr.WithinArea(point, conditions.area()));
    }
  }

  private static void addChoice(List<Expr> all, List<Expr> choice) {
    if (!choice.isEmpty()) {
      all.add(Expr.anyOf(choice));
    }
  }

  private static Expr is(Field field, String constant) {
    return new Expr.EnumIs(field, constant);
  }

  /** By its code, so that every spelling of a country finds all of them; else by its name. */
  private static Expr country(String name) {
    return CountryCodes.findTyped(name)
        .<Expr>map(code -> new Expr.KeywordIs(CATALOGUE.getPiece("LocationCountryCode"), code))
        .orElseGet(() -> words("LocationCountry", name, Expansion.TERM, Coverage.FULL_MATCH));
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
