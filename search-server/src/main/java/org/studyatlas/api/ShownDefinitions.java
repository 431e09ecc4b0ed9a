package org.studyatlas.api;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.studyatlas.facet.Facet;
import org.studyatlas.schema.PointGrid;

/** The parameters that say what is shown of a result, and in which order. */
public final class ShownDefinitions {

  /** Order of the studies. */
  public static final Parameter.Orders SORT =
      new Parameter.Orders(
          "sort",
          orders(),
          List.of("distance"),
          "nctId:desc",
          "Order of the studies. distance is that of the nearest matching site and needs near. Missing"
              + " values come last, the NCT id breaks ties. By default relevance with words, distance"
              + " with only near, else nctId.");

  /** What to count. */
  public static final Parameter.SomeOf FACETS =
      new Parameter.SomeOf(
          "facets",
          Facet.parameters(),
          "phase,country",
          "What to count the studies by. The counts leave out the facet's own choice.");

  /** Values of a facet. */
  public static final Parameter.Number FACET_SIZE =
      new Parameter.Number("facetSize", 1, 1_000, 20, "Most values shown of a facet.");

  /** Values that begin so. */
  public static final Parameter.Names FACET_QUERY =
      new Parameter.Names(
          "facetQuery",
          "country:united",
          "Only values with words that begin so, after the name of the facet and a colon. Needs the"
              + " facet in facets.");

  /** Fields of the record in a hit. */
  public static final Parameter.Text FIELDS =
      new Parameter.Text(
          "fields",
          "NCTId,BriefTitle",
          "What of the record to show, as in the registry's API; then a hit has nctId and study"
              + " instead of the compact profile.");

  /** Words found. */
  public static final Parameter.Flag HIGHLIGHT =
      new Parameter.Flag("highlight", "Pieces of text with the words found; absent is false.");

  /** What the filters do. */
  public static final Parameter.Flag EXPLAIN =
      new Parameter.Flag(
          "explain",
          "What each part of the search does; absent is false. Told anyway if nothing is found.");

  /** Sites of a hit. */
  public static final Parameter.Number MAX_SITES =
      new Parameter.Number("maxSites", 0, 2_000, 10, "Most matching sites listed for a hit.");

  /** Hits of a page. */
  public static final Parameter.Number PAGE_SIZE =
      new Parameter.Number("pageSize", 0, 1_000, 10, "Most hits of a page.");

  /** Where a page begins. */
  public static final Parameter.Text CURSOR =
      new Parameter.Text(
          "cursor", "", "nextCursor of the page before; use it with the same search.");

  /** Formats of rows of sites. */
  public static final Parameter.OneOf SITES_FORMAT =
      new Parameter.OneOf(
          "format",
          List.of("json", "ndjson", "csv"),
          "json is by pages; the others are all rows as a stream.");

  /** Rows of a page. */
  public static final Parameter.Number SITES_PAGE_SIZE =
      new Parameter.Number("pageSize", 0, 1_000, 20, "Most rows of a page, of format=json only.");

  /** Formats of exports. */
  public static final Parameter.OneOf EXPORT_FORMAT =
      new Parameter.OneOf(
          "format",
          List.of("ndjson", "json", "csv", "ris", "ids"),
          "ndjson is a study a line, json one document, csv a table, ris for reference managers, ids"
              + " the NCT ids, one a line.");

  /** Fields of exports. */
  public static final Parameter.Text EXPORT_FIELDS =
      new Parameter.Text(
          "fields",
          "NCTId",
          "What of the records to export. ndjson and json: pieces, paths, search areas, @query, as in"
              + " the registry's API. csv: titles of the registry's columns or else names of fields. ris:"
              + " tags. ids: refused.");

  /** Formats of heat maps. */
  public static final Parameter.OneOf HEATMAP_FORMAT =
      new Parameter.OneOf(
          "format",
          List.of("json", "geojson"),
          "json is a grid of numbers, geojson the cells that have sites, as polygons.");

  /** Fineness of heat maps. */
  public static final Parameter.Number LEVEL =
      new Parameter.Number(
          "level",
          1,
          PointGrid.FINEST_LEVEL,
          OptionalInt.empty(),
          "The grid has 2^level columns and rows on the globe. By default the finest with at most"
              + " 2,048 cells; at most 65,536 cells are given.");

  /** Those of a page of studies, in the order of the documentation. */
  static final List<Parameter> PAGE =
      List.of(
          FACETS,
          FACET_SIZE,
          FACET_QUERY,
          FIELDS,
          HIGHLIGHT,
          EXPLAIN,
          MAX_SITES,
          PAGE_SIZE,
          CURSOR);

  private ShownDefinitions() {}

  private static List<String> orders() {
    List<String> orders = new ArrayList<>(List.of("relevance", "distance"));
    FilterDefinitions.DATES.keySet().forEach(date -> orders.add(date.name()));
    orders.addAll(List.of("enrollment", "nctId"));
    return orders;
  }
}
