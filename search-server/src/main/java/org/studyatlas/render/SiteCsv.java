package org.studyatlas.render;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes sites as rows of CSV. The contacts' columns list all contacts of the site, in the same
 * order and separated by {@code |}.
 */
public final class SiteCsv {

  /** Titles of the columns. */
  public static final List<String> COLUMNS =
      List.of(
          "nctId",
          "briefTitle",
          "overallStatus",
          "facility",
          "city",
          "state",
          "zip",
          "country",
          "siteStatus",
          "contactName",
          "contactRole",
          "contactPhone",
          "contactEmail",
          "lat",
          "lon",
          "distanceKm",
          "precision",
          "resolved");

  private SiteCsv() {}

  /** Writes the row of titles. */
  public static void writeHeader(OutputStream out) throws IOException {
    CsvRow.write(COLUMNS, out);
  }

  /** Writes the row of a site; what is absent is empty. */
  public static void writeRow(SiteRow row, OutputStream out) throws IOException {
    StudySite site = row.site();
    List<String> cells = new ArrayList<>(COLUMNS.size());
    Stream.of(
            row.nctId(),
            row.briefTitle(),
            row.overallStatus(),
            site.facility(),
            site.city(),
            site.state(),
            site.zip(),
            site.country(),
            site.status())
        .forEach(text -> cells.add(Objects.requireNonNullElse(text, "")));
    cells.add(contacts(site, StudySite.Contact::name));
    cells.add(contacts(site, StudySite.Contact::role));
    cells.add(contacts(site, StudySite.Contact::fullPhone));
    cells.add(contacts(site, StudySite.Contact::email));
    Stream.of(site.lat(), site.lon(), row.distanceKm())
        .forEach(number -> cells.add(number == null ? "" : number.toString()));
    cells.add(Objects.requireNonNullElse(row.precision(), ""));
    cells.add(row.resolved() ? "true" : "");
    CsvRow.write(cells, out);
  }

  private static String contacts(
      StudySite site, Function<StudySite.Contact, @Nullable String> value) {
    return site.contacts().stream()
        .map(contact -> Objects.requireNonNullElse(value.apply(contact), ""))
        .collect(Collectors.joining("|"));
  }
}
