package org.studyatlas.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.studyatlas.fields.Field;
import org.studyatlas.fields.FieldCatalogue;
import org.studyatlas.geo.Box;
import org.studyatlas.geo.Circle;
import org.studyatlas.query.Choice;
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
    return Expr.allOf(choices(conditions).stream().map(Choice::expr).toList());
  }

  /** The conditions one by one, each under the name of the parameter that demands it. */
  public static List<Choice> choices(SiteConditions conditions) {
    List<Choice> all = new ArrayList<>();
    Field status = CATALOGUE.getPiece("LocationStatus");
    add(all, "siteStatus", status, conditions.statuses(), s -> new Expr.EnumIs(status, s));
    Field country = CATALOGUE.getPiece("LocationCountry");
    add(all, "country", country, conditions.countries(), SiteQueries::country);
    addNames(all, "state", "LocationState", conditions.states());
    addNames(all, "city", "LocationCity", conditions.cities());
    Field facility = CATALOGUE.getPiece("LocationFacility");
    add(all, "facility", facility, conditions.facilities(), SiteQueries::facility);
    addPlace(all, conditions);
    return all;
  }

  private static void addPlace(List<Choice> all, SiteConditions conditions) {
    Field point = CATALOGUE.getPiece("LocationGeoPoint");
    Circle circle = conditions.within();
    if (circle != null) {
      Expr within = new Expr.WithinDistance(point, circle.center(), circle.radius());
      all.add(new Choice("within", within, missing(point)));
    }
    Box box = conditions.box();
    if (box != null) {
      all.add(new Choice("bbox", new Expr.WithinBox(point, box), missing(point)));
    }
    if (!conditions.area().isEmpty()) {
      Expr within = new Expr.WithinArea(point, conditions.area());
      all.add(new Choice("area", within, missing(point)));
    }
  }

  private static void addNames(
      List<Choice> all, String parameter, String piece, List<String> names) {
    Field field = CATALOGUE.getPiece(piece);
    add(
        all,
        parameter,
        field,
        names,
        name -> words(piece, name, Expansion.TERM, Coverage.FULL_MATCH));
  }

  private static void add(
      List<Choice> all,
      String parameter,
      Field field,
      List<String> values,
      Function<String, Expr> holds) {
    if (!values.isEmpty()) {
      Expr any = Expr.anyOf(values.stream().map(holds).toList());
      all.add(new Choice(parameter, any, missing(field)));
    }
  }

  private static Expr missing(Field field) {
    return new Expr.Missing(new SearchTarget.OfField(field));
  }

  /** By its code, so that every spelling of a country finds all of them; else by its name. */
  private static Expr country(String name) {
    return CountryCodes.findTyped(name)
        .<Expr>map(code -> new Expr.KeywordIs(CATALOGUE.getPiece("LocationCountryCode"), code))
        .orElseGet(() -> words("LocationCountry", name, Expansion.TERM, Coverage.FULL_MATCH));
  }

  private static Expr facility(String words) {
    return words("LocationFacility", words, Expansion.RELAXATION, Coverage.CONTAINS);
  }

  private static Expr words(String piece, String text, Expansion expansion, Coverage coverage) {
    return Expr.Words.of(SearchTarget.piece(piece), text, expansion, coverage);
  }
}
