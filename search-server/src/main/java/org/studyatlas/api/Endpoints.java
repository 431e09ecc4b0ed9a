package org.studyatlas.api;

import java.util.List;
import org.studyatlas.api.Endpoint.Answer;

/** The endpoints of the native face. */
public final class Endpoints {

  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final String BOSTON = "near=42.36,-71.06&within=50km";

  /** The study that is asked for in a path. */
  public static final Parameter.Text NCT_ID =
      new Parameter.Text("nctId", "NCT00000102", "Id of the study.", true, 0);

  /** What decides which studies and sites are found; all searches take it. */
  public static final List<Parameter> FOUND =
      Parameter.all(WordDefinitions.ALL, SiteDefinitions.ALL, FilterDefinitions.ALL);

  /** What decides what is found and its order. */
  public static final List<Parameter> SORTED = Parameter.all(FOUND, List.of(ShownDefinitions.SORT));

  /** Studies by pages. */
  public static final Endpoint SEARCH =
      new Endpoint(
          "/search",
          true,
          "Studies by words, place and conditions at one and the same site",
          Parameter.all(SORTED, ShownDefinitions.PAGE),
          List.of(new Answer(JSON, "SearchAnswer", "A page of studies", false)),
          List.of(
              "q=asthma&" + BOSTON + "&siteStatus=RECRUITING",
              "cond=diabetes&phase=PHASE2&facets=phase,country&facetSize=5&pageSize=0",
              "q=diabet*&highlight=true&pageSize=1",
              "area=POLYGON((-72%2042,-70%2042,-70%2043,-72%2043,-72%2042))&fields=NCTId,BriefTitle"));

  /** Sites by pages or as a stream. */
  public static final Endpoint SITES =
      new Endpoint(
          "/sites",
          false,
          "A row for each matching site, nearest first",
          Parameter.all(
              FOUND,
              List.of(
                  ShownDefinitions.SITES_FORMAT,
                  ShownDefinitions.SITES_PAGE_SIZE,
                  ShownDefinitions.CURSOR)),
          List.of(
              new Answer(JSON, "SitesAnswer", "A page of sites", false),
              new Answer(NDJSON, "SiteRow", "All sites, one a line, and a last line", true),
              new Answer(CSV, "", "All sites as a table", true)),
          List.of(
              "cond=asthma&" + BOSTON + "&siteStatus=RECRUITING",
              "cond=asthma&country=Canada&format=csv"));

  /** Studies as a stream. */
  public static final Endpoint EXPORT =
      new Endpoint(
          "/export",
          false,
          "The whole result, whatever its size",
          Parameter.all(
              SORTED, List.of(ShownDefinitions.EXPORT_FORMAT, ShownDefinitions.EXPORT_FIELDS)),
          List.of(
              new Answer(NDJSON, "Study", "All studies, one a line, and a last line", true),
              new Answer(JSON, "ExportDocument", "All studies in one document", true),
              new Answer(CSV, "", "All studies as a table", true),
              new Answer("application/x-research-info-systems", "", "For reference managers", true),
              new Answer("text/plain", "", "NCT ids, one a line", true)),
          List.of(
              "cond=asthma&country=Canada&fields=NCTId,OverallStatus",
              "cond=asthma&country=Canada&format=csv&fields=NCTId,LocationCity",
              "cond=asthma&format=ids&sort=start"));

  /** Sites on a grid. */
  public static final Endpoint HEATMAP =
      new Endpoint(
          "/heatmap",
          false,
          "How many matching sites are in each cell of a grid over bbox, or over the globe",
          Parameter.all(FOUND, List.of(ShownDefinitions.LEVEL, ShownDefinitions.HEATMAP_FORMAT)),
          List.of(
              new Answer(JSON, "Heatmap", "The grid", false),
              new Answer("application/geo+json", "HeatmapCells", "Cells that have sites", false)),
          List.of("cond=cancer&bbox=-10,35,30,60&level=5", "cond=cancer&level=4&format=geojson"));

  /** Names of places. */
  public static final Endpoint PLACES =
      new Endpoint(
          "/places",
          false,
          "Completes the names of places, out of the sites of the index",
          List.of(
              NameDefinitions.TYPED,
              NameDefinitions.PLACE_KINDS,
              NameDefinitions.COUNTRY,
              NameDefinitions.LIMIT),
          List.of(new Answer(JSON, "PlacesAnswer", "Places", false)),
          List.of("q=bos&limit=5", "q=lond&kind=city"));

  /** Other names. */
  public static final Endpoint SUGGEST =
      new Endpoint(
          "/suggest",
          false,
          "Completes conditions, interventions, lead sponsors and facilities",
          List.of(NameDefinitions.TYPED, NameDefinitions.WORD_KINDS, NameDefinitions.LIMIT),
          List.of(new Answer(JSON, "SuggestAnswer", "Names by their kind", false)),
          List.of("q=diab&kind=condition&limit=5", "q=univ&kind=sponsor,facility"));

  /** Reasons. */
  public static final Endpoint WHY =
      new Endpoint(
          "/studies/{nctId}/why",
          false,
          "Why a study is found by a search, or is not: each clause with the value that decided",
          Parameter.all(List.of(NCT_ID), FOUND),
          List.of(new Answer(JSON, "WhyAnswer", "The clauses of the search", false)),
          List.of("cond=asthma&status=COMPLETED&" + BOSTON));

  /** All of them. */
  public static final List<Endpoint> ALL =
      List.of(SEARCH, SITES, EXPORT, HEATMAP, PLACES, SUGGEST, WHY);

  private Endpoints() {}
}
